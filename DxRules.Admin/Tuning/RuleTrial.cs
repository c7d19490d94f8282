using DxRules.Admin.Cycles;
using DxRules.Engine.Alerts;
using DxRules.Engine.Examples;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Tuning;

/// <summary>What a rule file that somebody pasted would do: what is wrong with it, what its examples show, and what it finds in a plan. Nothing is stored.</summary>
/// <param name="Id">Of the rule; null where it cannot be used.</param>
/// <param name="Replaces">Whether it stood in the place of a shipped rule of the same id.</param>
/// <param name="Examples">None where it cannot be used.</param>
/// <param name="Alerts">What the rule found in the plan; null where there is no plan, or the rule cannot be used.</param>
internal sealed record RuleTrial(
    string? Id, bool Replaces, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<ExampleResult> Examples, PlanReport? Report)
{
    /// <summary>The name under which messages call it.</summary>
    public const string FileName = "rules/try.yaml";

    /// <summary>Bytes of a pasted file. The longest shipped rule has 8 KB.</summary>
    public const int Largest = 64 * 1024;

    /// <summary>Less than for a rule that was looked at before it was shipped: a fifth of the steps, half the size.</summary>
    private static readonly Limits Bounds = Limits.Default with { RuleFileBytes = Largest, Steps = 200_000, RuleParts = 10_000 };

    public IEnumerable<Alert> Alerts => (Report?.Alerts ?? []).Where(alert => alert.Rule == Id);

    public IEnumerable<UndeterminedResult> Undetermined => (Report?.Undetermined ?? []).Where(result => result.Rule == Id);

    public IEnumerable<FaultResult> Faults => (Report?.Faults ?? []).Where(fault => fault.Rule == Id);

    /// <param name="profile">Of the city; null for none.</param>
    /// <param name="plan">As it is now; null where there is none.</param>
    public static RuleTrial Of(string text, string? profile, PlanDocument? plan, DateOnly asOf, CancellationToken cancel)
    {
        var pasted = new SourceText(FileName, text);
        var id = RuleFolder.Read(FileName, [pasted], Bounds).Rules.FirstOrDefault()?.Id.Value;
        var same = ProfileReading.Shipped.Rules.FirstOrDefault(rule => rule.Id.Value == id)?.Source.Name;
        var others = PlanCheck.Default.Files.Where(file => file.Name != same);
        var loading = PlanCheck.LoadFiles([.. others, pasted], profile is null ? null : new SourceText(EngineCheck.ProfilePath, profile), Bounds);
        var diagnostics = loading.Diagnostics.Where(diagnostic => loading.Check is null || diagnostic.Source.Name == FileName).ToList();
        if (loading.Check is not { } check || id is null || check.Rules.All(compiled => compiled.Rule.Id != id))
            return new RuleTrial(null, same is not null, diagnostics, [], null);
        return new RuleTrial(id, same is not null, diagnostics, check.ExampleResults(id), plan is null ? null : check.Check(plan, asOf, cancel).Plans[0]);
    }
}
