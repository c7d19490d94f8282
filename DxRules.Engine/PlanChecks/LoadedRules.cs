using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>The rules of a folder as a profile changes them, bound to a schema and compiled.</summary>
/// <param name="Rules">Null where anything is an error.</param>
/// <param name="Applied">What the profile changed.</param>
/// <param name="Profile">The profile, as reports state it.</param>
/// <param name="Diagnostics">Errors and warnings, in the order of the files.</param>
internal sealed record LoadedRules(CompiledRuleSet? Rules, AppliedProfile Applied, ProfileStamp Profile, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <param name="diagnostics">What was said of the profile's file when it was read.</param>
    /// <param name="cancellation">Heeded before the files are checked and before the rules are compiled.</param>
    public static LoadedRules Of(RuleFolder folder, ProfileFile? profile, Schema schema, List<Diagnostic> diagnostics, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var applied = profile is null ? AppliedProfile.None(folder) : AppliedProfile.Of(folder, profile, schema, diagnostics);
        var (ruleSet, ofRules) = RuleSet.Bind(applied.Folder, schema, applied.Values, lint: false);
        diagnostics.AddRange(ofRules);
        if (!diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
            ScaleChecks.CheckBoundaries(applied, profile, diagnostics);
        cancellation.ThrowIfCancellationRequested();
        var isUsable = ruleSet is not null && !diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        var stamp = new ProfileStamp(profile?.Name.Value ?? ProfileFile.PackagedRules, profile?.Hash ?? ContentHash.Of(""), applied.ScaleNames);
        return new LoadedRules(isUsable ? new CompiledRuleSet(ruleSet!) : null, applied, stamp, isUsable ? new DiagnosticsOnDemand(All) : All());

        IReadOnlyList<Diagnostic> All() => [.. DiagnosticPrinter.InOrder(ruleSet is null ? diagnostics : [.. diagnostics, .. ruleSet.Lint(applied.Folder)])];
    }

    /// <summary>The rules that judge, as reports state them: each with what the profile sets of it.</summary>
    public static (RuleSetStamp RuleSet, IReadOnlyList<RuleStamp> Judging) Stamps(CompiledRuleSet rules, AppliedProfile applied)
    {
        var stamp = new RuleSetStamp(rules.RuleSet.Hash, [.. rules.Rules.Select(r => new RuleStamp(r.Rule.Id, r.Rule.Version, r.Rule.File.Hash))]);
        return (stamp, SettingStamps.Of(stamp.Rules, rules.Rules, applied));
    }

    /// <summary>The rules with the values and severities of their files, of which their examples speak.</summary>
    public static CompiledRuleSet AsFilesHaveThem(CompiledRuleSet rules, AppliedProfile applied) =>
        applied.Changes.Count == 0 ? rules : new CompiledRuleSet(RuleSet.Bind(applied.Original, rules.Schema, new ParameterValues(), lint: false).RuleSet!);
}
