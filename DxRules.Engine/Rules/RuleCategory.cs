namespace DxRules.Engine.Rules;

/// <summary>The categories of the shipped rules. A category is an open word: a city's own rules may bring others.</summary>
public static class RuleCategory
{
    public const string Schedule = "schedule";
    public const string Kpi = "kpi";

    /// <summary>What a rule of this category finds is secret: it is shown to security officers and administrators only.</summary>
    public const string Security = "security";

    public const string Governance = "governance";
    public const string Data = "data";

    public static IReadOnlyList<string> Known { get; } = [Schedule, Kpi, Security, Governance, Data];
}
