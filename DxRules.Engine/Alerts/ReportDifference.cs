using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>How the report on a plan differs from another one on the same plan and day, made by other rules.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Changes">In the order of rule and subject.</param>
internal sealed record PlanDifference(string Plan, string Municipality, DateOnly AsOf, IReadOnlyList<ResultChange> Changes);

/// <summary>What one rule says of one subject, before and after.</summary>
/// <param name="Title">Of the alert; of the rule where there is none.</param>
internal sealed record ResultChange(ResultChangeKind Kind, string Key, string Rule, AlertSubject Subject, LocalizedText? Title, ResultState Before, ResultState After);

/// <param name="Severity">Of an alert; else null.</param>
/// <param name="Missing">What an undetermined result lacks; else empty.</param>
internal sealed record ResultState(ResultWord Word, Severity? Severity, IReadOnlyList<LocalizedText> Missing)
{
    public static ResultState Of(ResultWord word) => new(word, null, []);
}

internal enum ResultWord
{
    Alert,
    Undetermined,
    NotApplicable,
    Fault,
    Quiet,

    /// <summary>The rule is not among those that judged.</summary>
    NotJudged,
}

internal enum ResultChangeKind
{
    /// <summary>An alert where there was none.</summary>
    Appeared,

    /// <summary>No alert where there was one; it is not that facts are missing.</summary>
    Disappeared,
    MoreSevere,
    LessSevere,

    /// <summary>It cannot be said any more.</summary>
    BecameUndetermined,

    /// <summary>It can be said again, and it is an alert.</summary>
    CameBack,

    /// <summary>It can be said again, and it is no alert.</summary>
    NoLongerUndetermined,

    /// <summary>The rule failed on the subject, or no longer does.</summary>
    Fault,
}

/// <summary>Compares reports of other rules on the same plans and the same day. What became quiet from not applicable, or the other way round, changes nothing for anybody and is not told.</summary>
internal static class ReportDifference
{
    /// <summary>One for each plan, in their order.</summary>
    /// <exception cref="ArgumentException">The reports are on other days or plans.</exception>
    public static IReadOnlyList<PlanDifference> Of(CheckReport before, CheckReport after)
    {
        if (before.AsOf != after.AsOf || !before.Plans.Select(p => p.Hash).SequenceEqual(after.Plans.Select(p => p.Hash)))
            throw new ArgumentException("Only reports on the same plans and the same day can be compared.", nameof(after));
        var rulesBefore = before.RuleSet.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var rulesAfter = after.RuleSet.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return [.. before.Plans.Zip(after.Plans, (one, other) =>
            new PlanDifference(one.Plan, one.Municipality, before.AsOf, [.. Changes(Results.Of(one, rulesBefore), Results.Of(other, rulesAfter))]))];
    }

    private static IEnumerable<ResultChange> Changes(Results before, Results after)
    {
        var keys = before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Select(key => (Key: key, Place: before.PlaceOf(key) ?? after.PlaceOf(key)!.Value))
            .OrderBy(k => k.Place.Rule, StringComparer.Ordinal).ThenBy(k => k.Place.Subject.Id, StringComparer.Ordinal);
        foreach (var (key, place) in keys)
        {
            var (was, now) = (before.StateOf(key, place.Rule), after.StateOf(key, place.Rule));
            if (KindOf(was, now) is { } kind)
                yield return new ResultChange(kind, key, place.Rule, place.Subject, after.TitleOf(key) ?? before.TitleOf(key), was, now);
        }
    }

    private static ResultChangeKind? KindOf(ResultState before, ResultState after) => (before.Word, after.Word) switch
    {
        (ResultWord.Alert, ResultWord.Alert) => before.Severity == after.Severity ? null
            : after.Severity > before.Severity ? ResultChangeKind.MoreSevere : ResultChangeKind.LessSevere,
        (ResultWord.Undetermined, ResultWord.Undetermined) or (ResultWord.Fault, ResultWord.Fault) => null,
        (ResultWord.Fault, _) or (_, ResultWord.Fault) => ResultChangeKind.Fault,
        (ResultWord.Undetermined, ResultWord.Alert) => ResultChangeKind.CameBack,
        (_, ResultWord.Alert) => ResultChangeKind.Appeared,
        (_, ResultWord.Undetermined) => ResultChangeKind.BecameUndetermined,
        (ResultWord.Alert, _) => ResultChangeKind.Disappeared,
        (ResultWord.Undetermined, _) => ResultChangeKind.NoLongerUndetermined,
        _ => null,
    };

    /// <summary>The results of one report by key.</summary>
    private sealed class Results
    {
        private readonly Dictionary<string, (string Rule, AlertSubject Subject)> places = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ResultState> states = new(StringComparer.Ordinal);
        private readonly Dictionary<string, LocalizedText> titles = new(StringComparer.Ordinal);
        private readonly HashSet<string> notApplicable;
        private readonly IReadOnlySet<string> rules;

        private Results(PlanReport report, IReadOnlySet<string> rules)
        {
            this.rules = rules;
            notApplicable = report.NotApplicable.ToHashSet(StringComparer.Ordinal);
            foreach (var alert in report.Alerts)
            {
                Add(alert.Key, alert.Rule, alert.Subject, new(ResultWord.Alert, alert.Severity, []));
                titles[alert.Key] = alert.Title;
            }
            foreach (var result in report.Undetermined)
                Add(result.Key, result.Rule, result.Subject, new(ResultWord.Undetermined, null, result.Missing));
            foreach (var fault in report.Faults)
                Add(Folding.KeyOf(fault.Rule, fault.Subject.Id), fault.Rule, fault.Subject, ResultState.Of(ResultWord.Fault));
        }

        public IEnumerable<string> Keys => states.Keys;

        public static Results Of(PlanReport report, IReadOnlySet<string> rules) => new(report, rules);

        public (string Rule, AlertSubject Subject)? PlaceOf(string key) => places.TryGetValue(key, out var place) ? place : null;

        public LocalizedText? TitleOf(string key) => titles.GetValueOrDefault(key);

        public ResultState StateOf(string key, string rule) => states.GetValueOrDefault(key) ?? ResultState.Of(
            !rules.Contains(rule) ? ResultWord.NotJudged : notApplicable.Contains(key) ? ResultWord.NotApplicable : ResultWord.Quiet);

        private void Add(string key, string rule, AlertSubject subject, ResultState state)
        {
            places[key] = (rule, subject);
            states[key] = state;
        }
    }
}

/// <summary>How the rules of a set differ from those of another.</summary>
internal sealed record RuleChange(RuleChangeKind Kind, string Rule, RuleStamp? Before, RuleStamp? After)
{
    /// <summary>Whether the content is another though the version is the same: whoever reads reports cannot tell the two apart.</summary>
    public bool IsUnmarked => Kind == RuleChangeKind.Changed && Before!.Version == After!.Version;

    /// <summary>The changes, by id.</summary>
    public static IReadOnlyList<RuleChange> Between(RuleSetStamp before, RuleSetStamp after)
    {
        var (old, now) = (before.Rules.ToDictionary(r => r.Id), after.Rules.ToDictionary(r => r.Id));
        return [.. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Select(id => Between(id, old.GetValueOrDefault(id), now.GetValueOrDefault(id))).OfType<RuleChange>()];
    }

    private static RuleChange? Between(string id, RuleStamp? before, RuleStamp? after) => (before, after) switch
    {
        (null, _) => new(RuleChangeKind.Added, id, null, after),
        (_, null) => new(RuleChangeKind.Removed, id, before, null),
        _ => before == after ? null : new(RuleChangeKind.Changed, id, before, after),
    };
}

internal enum RuleChangeKind
{
    Added,
    Removed,
    Changed,
}
