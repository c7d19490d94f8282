using DxRules.Engine.Feel.Binding;

namespace DxRules.Engine.Alerts;

/// <summary>What one report says of a plan, by keys that mean the same in every report however items were renumbered.</summary>
internal sealed class LifecycleView
{
    private readonly CheckReport report;
    private readonly IReadOnlyDictionary<string, string> today;
    private readonly Dictionary<string, Alert> alerts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleStamp> rules;
    private readonly HashSet<string> subjects;
    private readonly HashSet<string> notApplicable;
    private readonly HashSet<string> undetermined = new(StringComparer.Ordinal);
    private readonly HashSet<string> undeterminedPlaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> silentRules = new(StringComparer.Ordinal);

    public LifecycleView(int index, CheckReport report, PlanReport plan, Renumbering renumbering, Schema schema)
    {
        (Index, this.report) = (index, report);
        var listed = plan.Subjects.Where(kind => schema.FindSubject(kind.Key) is not { ListsOnlyAlerted: true }).SelectMany(kind => kind.Value).ToList();
        today = renumbering.Within(
        [
            .. listed, .. plan.Alerts.Select(alert => alert.Subject.Id), .. plan.Undetermined.Select(result => result.Subject.Id),
            .. plan.Faults.Select(fault => fault.Subject.Id), .. plan.NotApplicable.Select(SubjectOf),
        ]);
        subjects = listed.Select(IdOf).ToHashSet(StringComparer.Ordinal);
        rules = report.RuleSet.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        notApplicable = plan.NotApplicable.Select(key => Folding.KeyOf(key[..key.IndexOf('/', StringComparison.Ordinal)], IdOf(SubjectOf(key)))).ToHashSet(StringComparer.Ordinal);
        foreach (var alert in plan.Alerts)
            alerts[Folding.KeyOf(alert.Rule, IdOf(alert.Subject.Id))] = alert;
        undetermined.UnionWith(plan.Faults.Select(fault => Folding.KeyOf(fault.Rule, IdOf(fault.Subject.Id))));
        var sections = schema.Objects.Select(kind => kind.Section?.En).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var result in plan.Undetermined)
            Add(result, sections);
    }

    /// <summary>The place of the report among those that were given.</summary>
    public int Index { get; }

    public DateOnly AsOf => report.AsOf;

    /// <summary>By key.</summary>
    public IReadOnlyDictionary<string, Alert> Alerts => alerts;

    /// <summary>How an alert of an earlier report that is none here stands: why it is none.</summary>
    public AlertState StateOf(string key, Alert alert, LifecycleView earlier)
    {
        if (undetermined.Contains(key) || silentRules.Contains(alert.Rule))
            return AlertState.Undetermined;
        if (!subjects.Contains(Renumbering.OwnerOf(earlier.IdOf(alert.Subject.Id))))
            return IsUnlisted(alert) ? AlertState.Undetermined : AlertState.Gone;
        if (IsRuleChanged(alert.Rule, earlier))
            return AlertState.RuleChanged;
        return notApplicable.Contains(key) ? AlertState.Gone : AlertState.Cleared;
    }

    /// <summary>Whether a rule is another than in an earlier report, or judges no longer.</summary>
    public bool IsRuleChanged(string rule, LifecycleView earlier) => rules.GetValueOrDefault(rule) != earlier.rules.GetValueOrDefault(rule);

    /// <summary>Whether the same rules may have judged by other settings than in an earlier report.</summary>
    public bool IsSetOtherwise(LifecycleView earlier) =>
        report.Profile != earlier.report.Profile
        || (report.RuleSet.Hash != earlier.report.RuleSet.Hash && rules.Values.ToHashSet().SetEquals(earlier.rules.Values));

    private void Add(UndeterminedResult result, HashSet<string> sections)
    {
        undetermined.Add(Folding.KeyOf(result.Rule, IdOf(result.Subject.Id)));
        undeterminedPlaces.Add(PlaceOf(result.Rule, [.. result.Subject.Path, result.Subject.Title]));

        // A rule that reads a part of the document which is absent as a whole says so once, on the plan, and judges nothing else.
        if (result.Subject.Path.Count == 0 && result.Missing.Any(fact => sections.Contains(fact.En)))
            silentRules.Add(result.Rule);
    }

    // Where nobody knows what a list holds, its rules are undetermined on what the list belongs to; what stood in it before is not gone for certain.
    private bool IsUnlisted(Alert alert)
    {
        for (var length = 1; length <= alert.Subject.Path.Count; length++)
        {
            if (undeterminedPlaces.Contains(PlaceOf(alert.Rule, [.. alert.Subject.Path.Take(length)])))
                return true;
        }
        return false;
    }

    // A path begins with the plan, whose title may change.
    private static string PlaceOf(string rule, IReadOnlyList<string> titles) => string.Join('\n', titles.Skip(1).Prepend(rule));

    private string IdOf(string id)
    {
        var owner = Renumbering.OwnerOf(id);
        return today.TryGetValue(owner, out var now) ? now + id[owner.Length..] : id;
    }

    private static string SubjectOf(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
