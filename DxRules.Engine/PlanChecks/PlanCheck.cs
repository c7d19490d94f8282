using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Examples;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.CSharp;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>
/// Checks plans with a set of rules. A check is a pure function of engine version, rules, profile, plan and as-of date.
/// Loading compiles the rules; a loaded check may be used from several threads at once.
/// </summary>
public sealed class PlanCheck
{
    private static readonly Lazy<PlanCheck> Packaged = new(() => Load());
    private readonly CompiledRuleSet rules;
    private readonly RatingScales scales;
    private readonly Lazy<IReadOnlyList<RuleCondition>> conditions;
    private readonly IReadOnlyList<RuleStamp> judging;
    private readonly ReportBuilder reports;

    private PlanCheck(CompiledRuleSet rules, ProfileStamp profile, AppliedProfile applied)
    {
        this.rules = rules;
        reports = new ReportBuilder(rules);
        scales = RatingScales.Of(applied);
        conditions = new(() => [.. rules.Rules.Where(rule => !rule.ReadsAlerts).Select(rule => new RuleCondition(rule))]);
        Applied = applied;
        Profile = profile;
        (RuleSet, judging) = LoadedRules.Stamps(rules, applied);
    }

    /// <summary>The rules that come with this library, as they are.</summary>
    public static PlanCheck Default => Packaged.Value;

    /// <summary>The topics of the rules, each with the ids of the rules that judge.</summary>
    internal IReadOnlyList<(Topic Topic, IReadOnlyList<string> Rules)> Topics =>
        [.. Applied.Folder.Topics.Select(topic => (topic, (IReadOnlyList<string>)[.. topic.RulesAmong(Applied.Folder.Rules, PlanSchema.Instance)]))];

    /// <summary>Version of the engine, as reports state it.</summary>
    public static string EngineVersion { get; } =
        typeof(PlanCheck).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Which rules judge.</summary>
    public RuleSetStamp RuleSet { get; }

    /// <summary>Which settings they have.</summary>
    public ProfileStamp Profile { get; }

    /// <summary>The folders its rule files were read from, as full paths: none where all of them come with this library.</summary>
    public IReadOnlyList<string> RuleFolders { get; private init; } = [];

    /// <summary>What the profile changed, and the rules as it left them.</summary>
    internal AppliedProfile Applied { get; }

    /// <summary>The rules, by id.</summary>
    internal IReadOnlyList<CompiledRule> Rules => rules.Rules;

    /// <summary>Every file by which it judges: rules, shared parameters, scales and topics, as they were read.</summary>
    internal IReadOnlyList<SourceText> Files =>
    [
        .. Applied.Original.Rules.Where(rule => rule.Hosted.Count == 0).Select(rule => rule.Source), .. Applied.Original.ParameterFiles.Select(file => file.Source),
        .. Applied.Original.Scales.Select(file => file.Source), .. Applied.Original.TopicFiles.Select(file => file.Source),
    ];

    /// <summary>Loads the rules of a folder.</summary>
    /// <param name="rulesFolder">A folder of rule files; null for the one the profile builds on, or the packaged rules.</param>
    /// <param name="profilePath">A city's profile; null for none.</param>
    /// <param name="limits">What the rules may cost, at loading and for each subject; null for the engine's own bounds.</param>
    /// <param name="ownRules">Rules written in C#, to stand beside the others; null for none.</param>
    /// <exception cref="RuleLoadException">Anything is an error; it holds all of them.</exception>
    public static PlanCheck Load(
        string? rulesFolder = null, string? profilePath = null, Limits? limits = null, IEnumerable<CSharpRule>? ownRules = null) =>
        OrThrow(Open(rulesFolder, profilePath, limits, ownRules));

    /// <summary>Loads the rules of a folder, for programs that show their authors what is wrong.</summary>
    /// <param name="rulesFolder">A folder of rule files; null for the one the profile builds on, or the packaged rules.</param>
    /// <param name="profilePath">A city's profile; null for none.</param>
    /// <param name="check">The check; null where anything is an error.</param>
    /// <param name="diagnostics">All that is to be said about the files, warnings too, in their order.</param>
    /// <param name="limits">What the rules may cost, at loading and for each subject; null for the engine's own bounds.</param>
    /// <param name="ownRules">Rules written in C#, to stand beside the others; null for none.</param>
    /// <returns>Whether there is a check.</returns>
    public static bool TryLoad(
        string? rulesFolder,
        string? profilePath,
        [NotNullWhen(true)] out PlanCheck? check,
        out IReadOnlyList<Diagnostic> diagnostics,
        Limits? limits = null,
        IEnumerable<CSharpRule>? ownRules = null)
    {
        (check, diagnostics) = Open(rulesFolder, profilePath, limits, ownRules);
        return check is not null;
    }

    /// <summary>Loads the rules of a folder on a thread of the pool: to read and compile them takes a processor for up to a second.</summary>
    /// <inheritdoc cref="Load"/>
    /// <param name="rulesFolder">A folder of rule files; null for the one the profile builds on, or the packaged rules.</param>
    /// <param name="profilePath">A city's profile; null for none.</param>
    /// <param name="limits">What the rules may cost, at loading and for each subject; null for the engine's own bounds.</param>
    /// <param name="ownRules">Rules written in C#, to stand beside the others; null for none.</param>
    /// <param name="cancellation">Heeded before each stage: reading, checking, compiling.</param>
    public static Task<PlanCheck> LoadAsync(
        string? rulesFolder = null,
        string? profilePath = null,
        Limits? limits = null,
        IEnumerable<CSharpRule>? ownRules = null,
        CancellationToken cancellation = default) =>
        Task.Run(() => OrThrow(Open(rulesFolder, profilePath, limits, ownRules, cancellation)), cancellation);

    /// <summary>The same as data: the check, or null where anything is an error, and all that is to be said about the files.</summary>
    internal static PlanCheckLoading Open(
        string? rulesFolder = null, string? profilePath = null, Limits? limits = null, IEnumerable<CSharpRule>? ownRules = null, CancellationToken cancellation = default)
    {
        using var running = CheckTelemetry.BeginLoad();
        var diagnostics = new List<Diagnostic>();
        var profile = profilePath is null ? null : ProfileFile.Load(profilePath, diagnostics, limits);
        var loading = Of(RuleFolder.Load(rulesFolder, profile, limits, [.. (ownRules ?? []).Select(rule => rule.Write())]), profile, diagnostics, RuleFolder.PathsOf(rulesFolder, profile), cancellation);
        running.Tell(loading.Check?.RuleSet);
        return loading;
    }

    /// <summary>Loads rules from files that need not lie on a disk: those that judged once, to judge again.</summary>
    /// <param name="files">As <see cref="Files"/> gives them.</param>
    /// <param name="profile">What it says of folders is passed over: there is none.</param>
    internal static PlanCheckLoading LoadFiles(IReadOnlyList<SourceText> files, SourceText? profile, Limits? limits = null)
    {
        var diagnostics = new List<Diagnostic>();
        return Of(RuleFolder.Read("rules", files, limits), profile is null ? null : ProfileFile.Read(profile, diagnostics, limits), diagnostics);
    }

    private static PlanCheckLoading Of(
        RuleFolder folder, ProfileFile? profile, List<Diagnostic> diagnostics, IReadOnlyList<string>? folders = null, CancellationToken cancellation = default)
    {
        var loaded = LoadedRules.Of(folder, profile, PlanSchema.Instance, diagnostics, cancellation);
        return new PlanCheckLoading(loaded.Rules is { } rules ? new PlanCheck(rules, loaded.Profile, loaded.Applied) { RuleFolders = folders ?? [] } : null, loaded.Diagnostics);
    }

    private static PlanCheck OrThrow(PlanCheckLoading loading) => loading.Check ?? throw new RuleLoadException(loading.Diagnostics);

    /// <summary>What a kind of subject is called here: as the profile names it, else as <see cref="SubjectKinds"/> does.</summary>
    public LocalizedText NameOf(string type) => Applied.LevelNames.GetValueOrDefault(type) ?? SubjectKinds.NameOf(type);

    /// <summary>The report on one or more plans, in their order.</summary>
    public CheckReport Check(IEnumerable<PlanDocument> plans, DateOnly asOf, CancellationToken cancellation = default) =>
        Head(asOf) with { Plans = [.. CheckEach(plans, asOf, cancellation)] };

    /// <summary>The report on one plan.</summary>
    public CheckReport Check(PlanDocument plan, DateOnly asOf, CancellationToken cancellation = default) => Check([plan], asOf, cancellation);

    /// <summary>The report on plans as far as it is known before any is looked at.</summary>
    public CheckReport Head(DateOnly asOf) => new(EngineVersion, asOf, RuleSet with { Rules = [.. Judging(asOf)] }, Profile, []);

    /// <summary>The report on each plan as soon as it is there, so that many plans take no more memory than one.</summary>
    public IEnumerable<PlanReport> CheckEach(IEnumerable<PlanDocument> plans, DateOnly asOf, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return plans.Select(plan => CheckOne(plan, asOf, cancellation));
    }

    /// <summary>The report on one plan, without its head. Several threads may ask at once.</summary>
    internal PlanReport CheckOne(PlanDocument plan, DateOnly asOf, CancellationToken cancellation = default)
    {
        using var running = CheckTelemetry.BeginCheck();
        var seen = plan.AsOf(asOf);
        var results = Evaluator.Run(rules, PlanSubjects.Build(seen.Document, asOf, scales), asOf, cancellation);
        var stamp = new PlanStamp(plan.Plan.Id, plan.Municipality.Code, PlanWriter.Hash(plan), seen.LaterFactsIgnored);
        var report = reports.Build(results, stamp, asOf);
        running.Tell(report, asOf);
        return report;
    }

    /// <summary>
    /// What the rating scale says of the plan, its policies, initiatives and KPIs as of a day, with formula, origin and figures. A part of no
    /// report: grades of people stand beside it.
    /// </summary>
    public PlanGrades Grades(PlanDocument plan, DateOnly asOf) => Graded(plan, asOf).Grades;

    /// <summary>The subjects of a plan as they stood on a day, and their grades. Subjects remember what was asked of them: one thread at a time.</summary>
    internal (PlanNode Plan, PlanGrades Grades) Graded(PlanDocument plan, DateOnly asOf)
    {
        var root = PlanSubjects.Build(plan.AsOf(asOf).Document, asOf, scales);
        return (root, new PlanGrades(plan.Plan.Id, plan.Municipality.Code, asOf, Profile.Scale, new GradeReader(scales).Read(root)));
    }

    /// <summary>
    /// The conditions of the rules as expression trees, by id, for hosts with an engine of their own. Rules that read what other rules found
    /// below (指摘) are not among them: in another engine nobody has found it yet.
    /// </summary>
    public IReadOnlyList<RuleCondition> Conditions => conditions.Value;

    /// <summary>The subjects of a plan as it stood on a day, in the order of the document: what <see cref="Conditions"/> judge.</summary>
    /// <remarks>Where a list is unknown there are no subjects to judge; the report says 判定不能 on what should hold them.</remarks>
    public IEnumerable<CheckedSubject> Subjects(PlanDocument plan, DateOnly asOf)
    {
        var root = PlanSubjects.Build(plan.AsOf(asOf).Document, asOf, scales);
        return SubjectsAt(root, rules.Schema.Root, root);
    }

    /// <summary>Runs the examples of all rules, in files and in C#. They speak of the rules as written, so a profile's values are left aside.</summary>
    /// <returns>What came out otherwise than an example says, each at its place; none where all of them hold.</returns>
    public IReadOnlyList<Diagnostic> RunExamples() => [.. ExampleResults().SelectMany(example => example.Failures)];

    /// <summary>What came out of every example.</summary>
    internal IReadOnlyList<ExampleResult> ExampleResults() => ExampleRunner.Run(LoadedRules.AsFilesHaveThem(rules, Applied));

    /// <summary>The same of one rule alone.</summary>
    internal IReadOnlyList<ExampleResult> ExampleResults(string rule) => ExampleRunner.Run(LoadedRules.AsFilesHaveThem(rules, Applied), rule);

    /// <summary>What of each rule these results of its examples show.</summary>
    internal IReadOnlyList<RuleCoverage> Coverage(IReadOnlyList<ExampleResult> examples) =>
        ExampleCoverage.Of([.. rules.Rules.Select(compiled => compiled.Rule)], examples);

    /// <summary>Why a rule says what it says of a subject; null where the rule or the subject is not there, or the subject is of another kind.</summary>
    internal PlanExplanation? Explain(PlanDocument plan, DateOnly asOf, string ruleId, string subjectId) =>
        rules.Rules.FirstOrDefault(r => r.Rule.Id == ruleId) is { } rule ? PlanExplanation.Of(rules, rule, plan, asOf, subjectId, scales) : null;

    // A rule that is not in effect judges nothing, and whoever compares reports must see that it fell silent for that reason.
    private IEnumerable<RuleStamp> Judging(DateOnly asOf) =>
        rules.Rules.Zip(judging).Where(rule => rule.First.Rule.IsInEffect(asOf)).Select(rule => rule.Second);

    private IEnumerable<CheckedSubject> SubjectsAt(object subject, ObjectType kind, PlanNode root)
    {
        yield return new CheckedSubject(subject, kind, rules.Schema.Identify(subject), root, rules.RuleSet.Limits);
        foreach (var below in kind.Children.SelectMany(list => (list.Of(subject) ?? []).SelectMany(child => SubjectsAt(child, list.Kind, root))))
            yield return below;
    }
}

/// <summary>What came of loading rules.</summary>
/// <param name="Check">Null where anything is an error.</param>
/// <param name="Diagnostics">Errors and warnings, in the order of the files.</param>
internal sealed record PlanCheckLoading(PlanCheck? Check, IReadOnlyList<Diagnostic> Diagnostics);
