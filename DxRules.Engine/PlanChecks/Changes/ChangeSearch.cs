using DxRules.Engine.Evaluation;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>
/// Finds the smallest change of one fact that would make a quiet rule fire. Every fact that may bear on the result is tried: words one by
/// one, figures and days outwards from where they stand to the first that fires. Facts that conditions read themselves come before those
/// behind measures, and of these the one with the smallest relative change.
/// </summary>
internal sealed class ChangeSearch(AlteredPlan plan, RuleProbe probe, Rule rule)
{
    /// <summary>The change, and two others.</summary>
    public const int MostChanges = 3;

    private const int MostYears = 20;
    private const int MostDays = 3652;

    // What a word or a removal counts against a relative change of a figure.
    private const double OfWord = 0.5;
    private const double OfRemoval = 0.6;

    /// <summary>The changes, the smallest first; empty where no single one does it.</summary>
    public IReadOnlyList<FoundChange> Find(IReadOnlyList<PlanFact> facts)
    {
        var found = new List<FoundChange>();
        foreach (var rank in facts.GroupBy(fact => fact.Rank).OrderBy(group => group.Key))
        {
            found.AddRange(rank.SelectMany(Changes).OrderBy(change => change.Distance).DistinctBy(change => change.Fact).Where(CanBeEntered).Take(MostChanges));
            if (found.Count >= MostChanges)
                break;
        }
        return [.. found.Take(MostChanges)];
    }

    private IEnumerable<FoundChange> Changes(PlanFact fact)
    {
        if (fact.Member is not { } member)
            return Fired([Tried(fact, null, Reach.Exactly, OfRemoval)]);
        IEnumerable<FoundChange?> changes = member.ValueKind switch
        {
            PlanValueKind.Word => PlanWords.Of(member.ValueType).Values.Where(word => !word.Equals(fact.Value)).Select(word => Tried(fact, word, Reach.Exactly, OfWord + Apart(fact.Value, word))),
            PlanValueKind.Boolean => new[] { true, false }.Where(truth => !truth.Equals(fact.Value)).Select(truth => Tried(fact, truth, Reach.Exactly, OfWord)),
            _ when fact.Value is null => [],
            PlanValueKind.Date => Days(fact, ((PlanDate)fact.Value).Day),
            _ => Figures(fact, Convert.ToDecimal(fact.Value, System.Globalization.CultureInfo.InvariantCulture)),
        };
        if (fact.Value is not null && member.Presence is MemberPresence.Fact or MemberPresence.Event)
            changes = changes.Append(Tried(fact, null, Reach.Exactly, OfRemoval));
        return Fired(changes);
    }

    private static IEnumerable<FoundChange> Fired(IEnumerable<FoundChange?> changes) => changes.OfType<FoundChange>();

    private IEnumerable<FoundChange?> Days(PlanFact fact, DateOnly day)
    {
        // What happens after the as-of date has not happened yet: it is the same as no day at all.
        var isEvent = fact.Member!.Presence == MemberPresence.Event && !fact.Member.Has<Plans.Marks.PlannedAttribute>();
        var later = isEvent ? Math.Clamp(probe.AsOf.DayNumber - day.DayNumber, 0, MostDays) : MostDays;
        return Both(fact, MostDays, later, steps => new PlanDate(day.AddDays((int)steps)), steps => Math.Abs(steps) / 365.0);
    }

    private IEnumerable<FoundChange?> Figures(PlanFact fact, decimal figure)
    {
        if (fact.Member!.IsFiscalYear)
            return Both(fact, MostYears, MostYears, steps => (int)(figure + steps), steps => Math.Abs(steps));
        var step = Power(plan.DecimalsOf(fact));
        var most = (long)(10 * Math.Max(Math.Abs(figure), 1) / step);
        var down = figure > 0 ? (long)(figure / step) : figure == 0 ? 0 : most;
        var up = fact.Member.IsShare ? (long)((1 - figure) / step) : most;
        return Both(fact, down, up, steps => At(figure + (steps * step), fact.Member), steps => Relative(figure, figure + (steps * step)));
    }

    private List<FoundChange?> Both(PlanFact fact, long mostDown, long mostUp, Func<long, object> at, Func<long, double> distance)
    {
        var changes = new List<FoundChange?>();
        if (NearestStep.Find(mostDown, steps => Fires(fact, at(-steps))) is { } down)
            changes.Add(Tried(fact, at(-down.Steps), down.Beyond ? Reach.OrLess : Reach.Exactly, distance(-down.Steps)));
        if (NearestStep.Find(mostUp, steps => Fires(fact, at(steps))) is { } up)
            changes.Add(Tried(fact, at(up.Steps), up.Beyond ? Reach.OrMore : Reach.Exactly, distance(up.Steps)));
        return changes;
    }

    private bool Fires(PlanFact fact, object value) => probe.Judge(plan.With(fact, value)) is { Outcome: Outcome.Alert };

    private FoundChange? Tried(PlanFact fact, object? value, Reach reach, double distance)
    {
        var judgement = probe.Judge(plan.With(fact, value));
        return judgement is { Outcome: Outcome.Alert, Level: var level } ? new FoundChange(fact, value, reach, rule.Levels[level].Severity, distance * Weight(fact)) : null;
    }

    // What is reported year by year changes more easily than what a plan has laid down.
    private static double Weight(PlanFact fact) => PlanShape.Of(fact.Record.GetType()).ExistsSince.Count > 0 ? 1 : 2;

    /// <summary>Whether a plan file with this change would be read: an end before its start would not.</summary>
    private bool CanBeEntered(FoundChange change) =>
        PlanReader.Read("", PlanWriter.Write(plan.With(change.Fact, change.To))).Document is not null;

    private static object At(decimal figure, PlanMember member) => member.ValueKind == PlanValueKind.Whole ? (object)(int)figure : figure;

    // The words of a status stand in the order of its life: 実施中 is nearer to 完了 than 未着手.
    private static double Apart(object? from, object to) =>
        from is null ? 0 : 0.01 * Math.Abs((int)from - (int)to);

    private static double Relative(decimal from, decimal to) => (double)(Math.Abs(to - from) / Math.Max(Math.Max(Math.Abs(from), Math.Abs(to)), 0.0001m));

    private static decimal Power(int decimals)
    {
        var step = 1m;
        for (var i = 0; i < decimals; i++)
            step /= 10;
        return step;
    }
}

/// <summary>A change that makes the rule fire.</summary>
/// <param name="To">As the plan has it; null = taken away.</param>
/// <param name="Distance">Smaller is nearer; comparable within a rank only.</param>
internal sealed record FoundChange(PlanFact Fact, object? To, Reach Reach, Severity Severity, double Distance);
