using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Text;

namespace DxRules.Engine.Evaluation;

/// <summary>What a rule may see besides its subject: the as-of date, and what was found below the subject.</summary>
public sealed class CheckContext(DateOnly asOf, Limits? limits = null) : EvaluationContext(asOf, limits)
{
    /// <summary>指摘: the alerts below the subject, and as uncertain members what could not be determined there.</summary>
    internal AlertBelow[] Alerts { get; set; } = [];

    /// <summary>判定不能 below the subject.</summary>
    internal UndeterminedBelow[] Undetermined { get; set; } = [];
}
