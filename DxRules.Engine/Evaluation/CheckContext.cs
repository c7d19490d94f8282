using DxRules.Engine.Feel.Compilation;

namespace DxRules.Engine.Evaluation;

/// <summary>What a rule may see besides its subject: the as-of date, and what was found below the subject.</summary>
public sealed class CheckContext(DateOnly asOf) : EvaluationContext(asOf)
{
    /// <summary>指摘: the alerts below the subject, and as uncertain members what could not be determined there.</summary>
    internal AlertBelow[] Alerts { get; set; } = [];

    /// <summary>判定不能 below the subject.</summary>
    internal UndeterminedBelow[] Undetermined { get; set; } = [];
}
