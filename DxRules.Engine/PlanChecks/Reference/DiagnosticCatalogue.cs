using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>
/// Every code a diagnostic can have, in the order of the codes: the one place where their meanings stand. A code that is no
/// longer told is never given to something else.
/// </summary>
internal static partial class DiagnosticCatalogue
{
    public static IReadOnlyList<DiagnosticEntry> All { get; } =
        [.. RuleFiles, .. RulesAsAWhole, .. Controls, .. ExpressionForm, .. ExpressionMeaning, .. Evaluation, .. PlanFiles, .. PlanMembers, .. Commands, .. Workbooks, .. Imports, .. FilledWorkbooks, .. Publications, .. Backups];

    /// <summary>Keys of a rule file that take the place of those of a rule without mistakes.</summary>
    private static DiagnosticEntry Rule(string code, LocalizedText meaning, LocalizedText cure, string example) => Of(code, meaning, cure, ExampleForm.RuleKeys, example);

    /// <summary>The condition (<c>when</c>) of a rule on 区間.</summary>
    private static DiagnosticEntry When(string code, LocalizedText meaning, LocalizedText cure, string example) => Of(code, meaning, cure, ExampleForm.Condition, example);

    /// <summary>Members of a plan file that take the place of those of a plan without mistakes.</summary>
    private static DiagnosticEntry Plan(string code, LocalizedText meaning, LocalizedText cure, string example) => Of(code, meaning, cure, ExampleForm.PlanMembers, example);

    private static DiagnosticEntry Of(string code, LocalizedText meaning, LocalizedText cure, ExampleForm form, string example) =>
        new(code, meaning, cure, form, new LocalizedText(example, example));

    /// <summary>What brings it about cannot be shown in a few lines and is told instead.</summary>
    private static DiagnosticEntry Told(string code, LocalizedText meaning, LocalizedText cure, LocalizedText situation) =>
        new(code, meaning, cure, ExampleForm.Situation, situation);

    private static LocalizedText T(string ja, string en) => new(ja, en);
}

/// <param name="Code">DX and three digits.</param>
/// <param name="Meaning">What is wrong where this is told.</param>
/// <param name="Cure">What to do about it.</param>
/// <param name="Form">What the example is a piece of.</param>
/// <param name="Example">Something that brings the diagnostic about.</param>
internal sealed record DiagnosticEntry(string Code, LocalizedText Meaning, LocalizedText Cure, ExampleForm Form, LocalizedText Example);

/// <summary>What an example is a piece of, and so how it is tried out.</summary>
internal enum ExampleForm
{
    RuleKeys,
    Condition,
    ScaleKeys,
    ControlKeys,
    ProfileKeys,
    PlanMembers,
    PlanFile,
    ReportFile,
    Situation,
}
