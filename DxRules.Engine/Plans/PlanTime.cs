using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

/// <summary>A plan as it stood on a day.</summary>
/// <param name="Document">The plan, as far as it had happened by then.</param>
/// <param name="Date">The day.</param>
/// <param name="LaterFactsIgnored">Events and rows of the plan that came after that day.</param>
public sealed record PlanAsOf(PlanDocument Document, DateOnly Date, int LaterFactsIgnored)
{
    /// <summary>For objects that look different on that day: the object of the plan they were made of.</summary>
    internal IReadOnlyDictionary<PlanObject, PlanObject> Originals { get; init; } = new Dictionary<PlanObject, PlanObject>();
}

/// <summary>
/// Takes a plan back to a day, by the marks on its members: an event after that day is null, an object that exists only since a later day
/// is gone, and rows that only have a fiscal year are there from its beginning. Dates that plan ahead (due, end, a term's end) are no events and stay.
/// </summary>
internal sealed class PlanTime
{
    private readonly DateOnly date;
    private readonly Dictionary<PlanObject, PlanObject> originals = new(ReferenceEqualityComparer.Instance);
    private int ignored;

    private PlanTime(DateOnly date) => this.date = date;

    public static PlanAsOf At(DateOnly date, PlanDocument document)
    {
        var time = new PlanTime(date);
        return new PlanAsOf((PlanDocument)time.Earlier(document), date, time.ignored) { Originals = time.originals };
    }

    /// <summary>The record at that day; the same one where nothing changed.</summary>
    private PlanObject Earlier(PlanObject record)
    {
        var earlier = record;
        foreach (var member in PlanShape.Of(record.GetType()).Timed)
        {
            var value = member.Get(record);
            var seen = value switch
            {
                null => null,
                PlanDate day => Later(day.Day) ? Ignored() : value,
                PlanObject held => IsLater(held) ? Ignored() : Earlier(held),
                string => member.DatedBy(record) is { } day && Later(day.Day) ? Ignored() : value,
                _ => Rows((System.Collections.IEnumerable)value, member.ValueType),
            };
            if (ReferenceEquals(seen, value))
                continue;
            if (ReferenceEquals(earlier, record))
                earlier = record with { };
            member.Set(earlier, seen);
        }
        var then = Consequences(record, earlier);
        if (!ReferenceEquals(then, record))
            originals[then] = record;
        return then;
    }

    private object Rows(System.Collections.IEnumerable rows, Type type)
    {
        var changed = false;
        var seen = new List<PlanObject>();
        foreach (PlanObject row in rows)
        {
            if (IsLater(row))
            {
                Ignored();
                changed = true;
                continue;
            }
            seen.Add(Earlier(row));
            changed |= !ReferenceEquals(seen[^1], row);
        }
        if (!changed)
            return rows;

        var array = Array.CreateInstance(type, seen.Count);
        ((System.Collections.ICollection)seen).CopyTo(array, 0);
        return array;
    }

    private bool IsLater(PlanObject record)
    {
        foreach (var member in PlanShape.Of(record.GetType()).ExistsSince)
        {
            switch (member.Get(record))
            {
                case PlanDate day:
                    return Later(day.Day);
                case int year:
                    return Later(member.Mark<ExistsSinceAttribute>()!.FromYearEnd ? FiscalYear.End(year) : FiscalYear.Start(year));
            }
        }
        return false;
    }

    /// <summary>What follows for undated members from the date of another one.</summary>
    private PlanObject Consequences(PlanObject record, PlanObject earlier) => (record, earlier) switch
    {
        (Phase now, Phase then) => With(then, then.Status, StatusAt(now.Status, now.CompletedOn, then.CompletedOn, then.StartedOn), (p, s) => p with { Status = s }),
        (Milestone now, Milestone then) => With(then, then.Status, StatusAt(now.Status, now.CompletedOn, then.CompletedOn, null), (m, s) => m with { Status = s }),
        (CorrectiveAction now, CorrectiveAction then) => With(then, then.Status, StatusAt(now, then), (a, s) => a with { Status = s }),
        (Target now, Target then) => With(then, then.Value, ValueAt(now), (t, v) => t with { Value = v }),
        _ => earlier,
    };

    /// <summary>Whoever completes something later was still at it, if the start is known; else nobody knows.</summary>
    private static WorkStatus? StatusAt(WorkStatus? status, PlanDate? completedOn, PlanDate? completedThen, PlanDate? startedThen)
    {
        if (completedThen is not null)
            return WorkStatus.Completed;
        if (completedOn is null || status != WorkStatus.Completed)
            return status;
        return startedThen is null ? null : WorkStatus.InProgress;
    }

    private static ActionStatus StatusAt(CorrectiveAction now, CorrectiveAction then) =>
        then.CompletedOn is not null ? ActionStatus.Done
        : now.CompletedOn is not null && now.Status == ActionStatus.Done ? ActionStatus.InProgress
        : now.Status;

    // The target in force is the one that the first later revision replaced.
    private decimal ValueAt(Target now) =>
        now.Revisions.Where(r => Later(r.On.Day)).MinBy(r => r.On.Day)?.From ?? now.Value;

    private static PlanObject With<TRecord, TValue>(TRecord record, TValue value, TValue then, Func<TRecord, TValue, TRecord> change) where TRecord : PlanObject =>
        EqualityComparer<TValue>.Default.Equals(value, then) ? record : change(record, then);

    private bool Later(DateOnly day) => day > date;

    private object? Ignored()
    {
        ignored++;
        return null;
    }
}
