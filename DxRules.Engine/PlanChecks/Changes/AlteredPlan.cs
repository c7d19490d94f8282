using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>A plan with one fact otherwise, and what its facts are called. Facts are those of the plan as it stood at the as-of date; they are changed in the plan itself.</summary>
internal sealed class AlteredPlan
{
    private readonly PlanAsOf seen;
    private readonly PlanPlaces seenPlaces;
    private readonly PlanPlaces places;
    private readonly Dictionary<PlanObject, Node> subjects = new(ReferenceEqualityComparer.Instance);

    /// <param name="root">The subjects made of <paramref name="seen"/>.</param>
    public AlteredPlan(PlanDocument plan, PlanAsOf seen, PlanNode root)
    {
        this.seen = seen;
        seenPlaces = new PlanPlaces(seen.Document);
        places = new PlanPlaces(plan);
        foreach (var node in root.SubjectsById.Values)
        {
            if (PlanVocabulary.RecordOf(node) is { } record)
                subjects.TryAdd(record, node);
        }
        subjects[seen.Document.Plan] = root;
    }

    /// <summary>Where the facts stand.</summary>
    public PlanPlaces Places => seenPlaces;

    /// <summary>The plan with another value of the fact, or without it.</summary>
    public PlanDocument With(PlanFact fact, object? value)
    {
        var record = seen.Originals.GetValueOrDefault(fact.Record, fact.Record);
        if (fact.Member is not { } member)
            return places.Without(record);
        return AlsoTakenBack(fact, value) is { } settled ? places.With(record, (member, value), (settled, null)) : places.With(record, (member, value));
    }

    /// <summary>The day of completion, which a status other than complete denies: who changes the one takes back the other. Null where nothing is denied.</summary>
    public static PlanMember? AlsoTakenBack(PlanFact fact, object? value) =>
        value is WorkStatus and not WorkStatus.Completed or ActionStatus and not ActionStatus.Done
        && PlanShape.Of(fact.Record.GetType()).Find("completedOn") is { } completedOn && completedOn.Get(fact.Record) is not null
            ? completedOn
            : null;

    /// <summary>The subject that has the fact.</summary>
    public Node SubjectOf(PlanFact fact)
    {
        var record = fact.Record;
        while (!subjects.ContainsKey(record) && seenPlaces.Of(record) is { } place)
            record = place.Holder;
        return subjects.GetValueOrDefault(record) ?? subjects[seen.Document.Plan];
    }

    /// <summary>The fact as seen from the subject that has it: 終了日, 令和6年度の実績の値.</summary>
    public LocalizedText NameOf(PlanFact fact)
    {
        var way = new List<LocalizedText>();
        if (fact.Member is { } member)
            way.Add(PlanVocabulary.NameOf(fact.Record, member));
        var record = fact.Record;
        while (!subjects.ContainsKey(record) && seenPlaces.Of(record) is { } place)
        {
            way.Add(place.Index >= 0 ? PlanVocabulary.RowOf(record, place) : PlanVocabulary.NameOf(place.Holder, place.Member));
            record = place.Holder;
        }
        return new(string.Join("の", way.Select(step => step.Ja).Reverse()), string.Join(" of the ", way.Select(step => step.En)));
    }

    /// <summary>What the figure is counted in: the unit of the KPI it belongs to; null where it belongs to none.</summary>
    public string? UnitOf(PlanFact fact)
    {
        if (fact.Member is not { ValueKind: PlanValueKind.Number } || fact.Record is Target { Kind: TargetKind.ChangeRate })
            return fact.Record is Target ? "%" : null;
        for (var record = fact.Record; seenPlaces.Of(record) is { } place; record = place.Holder)
        {
            if (record is Kpi kpi)
                return kpi.Unit;
        }
        return null;
    }

    /// <summary>To how many decimals figures are given around the fact: the most that any figure of its subject has.</summary>
    public int DecimalsOf(PlanFact fact)
    {
        if (fact.Member is not { ValueKind: PlanValueKind.Number })
            return 0;
        var own = PlanVocabulary.RecordOf(SubjectOf(fact)) ?? fact.Record;
        var most = Figures(own is PlanDocument ? fact.Record : own).Append((decimal)fact.Value!).Max(DecimalsOf);
        return Math.Clamp(most, fact.Member.IsShare ? 2 : 0, 6);
    }

    private static int DecimalsOf(decimal figure) => (figure / 1.0000000000000000000000000000m).Scale;

    private static IEnumerable<decimal> Figures(PlanObject record)
    {
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            var inside = member.ValueKind switch
            {
                PlanValueKind.Number when value is decimal figure => [figure],
                PlanValueKind.Object when value is PlanObject held => Figures(held),
                PlanValueKind.Object when value is System.Collections.IEnumerable rows => rows.Cast<PlanObject>().SelectMany(Figures),
                _ => Enumerable.Empty<decimal>(),
            };
            foreach (var figure in inside)
                yield return figure;
        }
    }
}
