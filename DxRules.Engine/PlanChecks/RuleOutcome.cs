namespace DxRules.Engine.PlanChecks;

/// <summary>What a rule says of a subject. From <see cref="Info"/> on it is an alert of that severity.</summary>
public enum RuleOutcome
{
    Quiet,

    /// <summary>対象外: the rule does not concern the subject, is not in effect, or there is nothing to know.</summary>
    NotApplicable,

    /// <summary>判定不能: facts are missing that could change the result. Never to be taken for quiet.</summary>
    Undetermined,

    /// <summary>The rule failed on this subject.</summary>
    Fault,
    Info,
    Notice,
    Warning,
    Critical,
}
