using System.Diagnostics.CodeAnalysis;
using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Examples;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.RecordChecks;

/// <summary>
/// Checks a host's own records with rule files, as <see cref="PlanCheck"/> checks plans: a pure function of engine version, rules, profile, records and as-of
/// date. Loading compiles the rules; a loaded check may be used from several threads at once.
/// </summary>
/// <typeparam name="TRoot">The record above all others.</typeparam>
public sealed class RecordCheck<TRoot>
    where TRoot : class
{
    private readonly CompiledRuleSet rules;
    private readonly AppliedProfile applied;
    private readonly IReadOnlyList<RuleStamp> judging;
    private readonly ReportBuilder reports;

    private RecordCheck(RecordSchema<TRoot> schema, LoadedRules loaded)
    {
        Schema = schema;
        rules = loaded.Rules!;
        reports = new ReportBuilder(rules);
        applied = loaded.Applied;
        Profile = loaded.Profile;
        (RuleSet, judging) = LoadedRules.Stamps(rules, applied);
    }

    /// <summary>What the rules speak of.</summary>
    public RecordSchema<TRoot> Schema { get; }

    /// <summary>Which rules judge.</summary>
    public RuleSetStamp RuleSet { get; }

    /// <summary>Which settings they have.</summary>
    public ProfileStamp Profile { get; }

    internal CompiledRuleSet Rules => rules;

    /// <summary>Loads the rules of a folder.</summary>
    /// <param name="schema">What they speak of.</param>
    /// <param name="rulesFolder">A folder of rule files; those in folders below it count.</param>
    /// <param name="profilePath">A profile that sets their parameters and severities or switches rules off; null for none.</param>
    /// <param name="limits">What the rules may cost, at loading and for each subject; null for the engine's own bounds.</param>
    /// <exception cref="RuleLoadException">Anything is an error; it holds all of them.</exception>
    public static RecordCheck<TRoot> Load(RecordSchema<TRoot> schema, string rulesFolder, string? profilePath = null, Limits? limits = null) =>
        TryLoad(schema, rulesFolder, profilePath, out var check, out var diagnostics, limits) ? check : throw new RuleLoadException(diagnostics);

    /// <summary>Loads the rules of a folder, for programs that show their authors what is wrong.</summary>
    /// <param name="schema">What they speak of.</param>
    /// <param name="rulesFolder">A folder of rule files; those in folders below it count.</param>
    /// <param name="profilePath">A profile that sets their parameters and severities or switches rules off; null for none.</param>
    /// <param name="check">The check; null where anything is an error.</param>
    /// <param name="diagnostics">All that is to be said about the files, warnings too, in their order.</param>
    /// <param name="limits">What the rules may cost, at loading and for each subject; null for the engine's own bounds.</param>
    /// <returns>Whether there is a check.</returns>
    public static bool TryLoad(
        RecordSchema<TRoot> schema,
        string rulesFolder,
        string? profilePath,
        [NotNullWhen(true)] out RecordCheck<TRoot>? check,
        out IReadOnlyList<Diagnostic> diagnostics,
        Limits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(rulesFolder);
        using var running = CheckTelemetry.BeginLoad();
        var ofProfile = new List<Diagnostic>();
        var profile = profilePath is null ? null : ProfileFile.Load(profilePath, ofProfile, limits);
        var loaded = LoadedRules.Of(RuleFolder.Load(rulesFolder, profile, limits), profile, schema.Schema, ofProfile);
        check = loaded.Rules is null ? null : new RecordCheck<TRoot>(schema, loaded);
        diagnostics = loaded.Diagnostics;
        running.Tell(check?.RuleSet);
        return check is not null;
    }

    /// <summary>The report on one root and everything below it.</summary>
    /// <remarks>
    /// It has the shape of a report on plans, so that everything that writes, compares and folds reports takes it. <see cref="PlanReport.Plan"/> is the root's
    /// id; <see cref="PlanReport.Municipality"/> and <see cref="PlanReport.Hash"/> are empty, because the engine knows of neither.
    /// </remarks>
    public CheckReport Check(TRoot root, DateOnly asOf, CancellationToken cancellation = default) => Check([root], asOf, cancellation);

    /// <summary>The report on several roots, in their order.</summary>
    /// <inheritdoc cref="Check(TRoot, DateOnly, CancellationToken)"/>
    public CheckReport Check(IEnumerable<TRoot> roots, DateOnly asOf, CancellationToken cancellation = default) =>
        Head(asOf) with { Plans = [.. CheckEach(roots, asOf, cancellation)] };

    /// <summary>The report on each root as soon as it is there, so that many take no more memory than one.</summary>
    public IEnumerable<PlanReport> CheckEach(IEnumerable<TRoot> roots, DateOnly asOf, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(roots);
        return roots.Select(root => CheckOne(root, asOf, cancellation));
    }

    /// <summary>The report as far as it is known before any root is looked at.</summary>
    public CheckReport Head(DateOnly asOf) => new(
        PlanCheck.EngineVersion,
        asOf,
        RuleSet with { Rules = [.. rules.Rules.Zip(judging).Where(rule => rule.First.Rule.IsInEffect(asOf)).Select(rule => rule.Second)] },
        Profile,
        []);

    /// <summary>
    /// Runs the examples inside the rule files. They speak of the rules as the files have them, so a profile's values are left aside. Records are made
    /// of what an example gives: members that read a property as it is may be given, and whatever is not given is unknown, or empty, or a stand-in.
    /// </summary>
    /// <returns>What came out otherwise than an example says, each at its place; none where all of them hold.</returns>
    public IReadOnlyList<Diagnostic> RunExamples() =>
        [.. ExampleRunner.Run(LoadedRules.AsFilesHaveThem(rules, applied)).SelectMany(example => example.Failures)];

    private PlanReport CheckOne(TRoot root, DateOnly asOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(root);
        using var running = CheckTelemetry.BeginCheck();
        var results = Evaluator.Run(rules, root, asOf, cancellation);
        var report = reports.Build(results, new PlanStamp(rules.Schema.Identify(root).Id, "", "", 0), asOf);
        running.Tell(report, asOf);
        return report;
    }
}
