using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>What a check found: a pure function of engine version, rule set, profile, plans and as-of date, and nothing else.</summary>
/// <param name="Engine">Version of the engine.</param>
/// <param name="AsOf">The day as of which the plans were judged.</param>
/// <param name="RuleSet">Which rules judged: those in effect on that day. The hash is that of the whole set.</param>
/// <param name="Profile">Which settings they had.</param>
/// <param name="Plans">One report a plan, in the order in which the plans were given.</param>
public sealed record CheckReport(
    string Engine,
    DateOnly AsOf,
    RuleSetStamp RuleSet,
    ProfileStamp Profile,
    IReadOnlyList<PlanReport> Plans);

/// <summary>A rule set told apart by its content.</summary>
public sealed record RuleSetStamp(string Hash, IReadOnlyList<RuleStamp> Rules);

/// <summary>A rule told apart by its content; in a report also by what a profile sets of it, so that nobody takes what other settings do for an improvement.</summary>
public sealed record RuleStamp(string Id, int Version, string Hash);

/// <summary>A profile told apart by its content; <see cref="Scale"/> names the rating scale.</summary>
public sealed record ProfileStamp(string Name, string Hash, string? Scale);

/// <summary>What the check found in one plan.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Municipality">全国地方公共団体コード, six digits.</param>
/// <param name="Hash">Content hash of the plan as given, before the as-of date was applied.</param>
/// <param name="LaterFactsIgnored">Facts and rows dated after the as-of date, which no rule saw.</param>
/// <param name="Subjects">The subjects rules looked at, ids by kind (of 表記 only those alerted).</param>
/// <param name="Alerts">Critical first, then by rule id and subject id.</param>
/// <param name="Undetermined">Where a rule could not say, by rule id and subject id.</param>
/// <param name="NotApplicable">Keys of rule and subject pairs the rule does not concern.</param>
/// <param name="Faults">Rules that failed on a subject.</param>
/// <param name="Counts">How many of each; folded alerts count.</param>
public sealed record PlanReport(
    string Plan,
    string Municipality,
    string Hash,
    int LaterFactsIgnored,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Subjects,
    IReadOnlyList<Alert> Alerts,
    IReadOnlyList<UndeterminedResult> Undetermined,
    IReadOnlyList<string> NotApplicable,
    IReadOnlyList<FaultResult> Faults,
    ReportCounts Counts);

/// <summary>A rule fired on a subject.</summary>
/// <param name="Key">Made of rule id and subject id alone, so that it stays the same over the years.</param>
/// <param name="Unknown">Facts that a graver level missed.</param>
/// <param name="FoldedUnder">Key of the alert that causes this one; null where it stands for itself.</param>
public sealed record Alert(
    string Key,
    string Rule,
    int Version,
    string Category,
    bool Secret,
    Severity Severity,
    LocalizedText Title,
    AlertSubject Subject,
    LocalizedText Message,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<LocalizedText> Unknown,
    LocalizedText? Clears,
    string? FoldedUnder,
    IReadOnlyList<string> Source);

/// <summary>What an alert is about. <see cref="Type"/> is the English word of its kind; <see cref="Path"/> the titles above it, outermost first.</summary>
public sealed record AlertSubject(string Type, string Id, string Title, IReadOnlyList<string> Path);

/// <summary>A value that led to an alert.</summary>
/// <param name="Value">A number (decimal), text, date, boolean, list of these, or null.</param>
/// <param name="Unit">What a number is counted in.</param>
/// <param name="Text">The value as people read it: with unit, era year and per cent.</param>
/// <param name="Formula">How a measure was computed.</param>
public sealed record Evidence(LocalizedText Name, object? Value, string? Unit, LocalizedText Text, LocalizedText? Formula);

/// <summary>A rule could not say about a subject, because facts are missing.</summary>
public sealed record UndeterminedResult(
    string Key,
    string Rule,
    string Category,
    bool Secret,
    AlertSubject Subject,
    IReadOnlyList<LocalizedText> Missing,
    LocalizedText Reason,
    string? FoldedUnder);

/// <summary>A rule failed on a subject (an overflow, a limit). The other rules went on.</summary>
public sealed record FaultResult(string Rule, AlertSubject Subject, string Code, LocalizedText Message);

/// <summary>How many results of each kind.</summary>
public sealed record ReportCounts(
    int Info,
    int Notice,
    int Warning,
    int Critical,
    int Undetermined,
    int Quiet,
    int NotApplicable,
    int Faults);
