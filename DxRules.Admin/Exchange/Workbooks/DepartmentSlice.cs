using System.Collections;
using DxRules.Admin.Cycles;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>What of a plan a workbook holds.</summary>
/// <param name="Document">The plan with nothing else in it.</param>
/// <param name="Department">The department whose part it is; null for all of it.</param>
/// <param name="Context">Rows that are there because others need them and that the department does not answer for: to read, not to change.</param>
internal sealed record PlanSlice(PlanDocument Document, string? Department, IReadOnlySet<PlanObject> Context)
{
    public static PlanSlice Whole(PlanDocument document) => new(document, null, new HashSet<PlanObject>(ReferenceEqualityComparer.Instance));
}

/// <summary>Cuts out of a plan what a department answers for, with the rows above it and those that cells choose from.</summary>
internal sealed class DepartmentSlice
{
    private readonly SubjectIndex index;
    private readonly HashSet<string> departments;
    private readonly HashSet<PlanObject> context = new(ReferenceEqualityComparer.Instance);

    private DepartmentSlice(PlanDocument document, string department)
    {
        index = new SubjectIndex(document);
        departments = WithPredecessors(document, department);
    }

    /// <summary>The part of a department and of those it succeeded. A department that the plan does not know has none but what all need.</summary>
    public static PlanSlice Of(PlanDocument document, string department)
    {
        var slice = new DepartmentSlice(document, department);
        var plan = slice.Cut(document, isTheirs: false);
        slice.context.Add(plan);
        return new PlanSlice((PlanDocument)plan, department, slice.context);
    }

    private static HashSet<string> WithPredecessors(PlanDocument document, string department)
    {
        var before = (document.Departments ?? []).Where(other => other.SucceededBy is not null).ToLookup(other => other.SucceededBy!, other => other.Id, StringComparer.Ordinal);
        var (found, next) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([department]));
        while (next.TryDequeue(out var id))
        {
            if (!found.Add(id))
                continue;
            foreach (var other in before[id])
                next.Enqueue(other);
        }
        return found;
    }

    // An object's own values stay, of its lists only what is the department's.
    private PlanObject Cut(PlanObject record, bool isTheirs)
    {
        var slice = record;
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            var kept = value switch
            {
                PlanObject held => Cut(held, isTheirs),
                IReadOnlyList<PlanObject> rows => Kept(member, rows, isTheirs),
                _ => value,
            };
            if (ReferenceEquals(kept, value))
                continue;
            if (ReferenceEquals(slice, record))
                slice = record with { };
            member.Set(slice, kept);
        }
        return slice;
    }

    private object? Kept(PlanMember member, IReadOnlyList<PlanObject> rows, bool isTheirs)
    {
        var kept = rows.Select(row => Kept(row, isTheirs)).OfType<PlanObject>().ToList();
        if (kept.Count == rows.Count && kept.Zip(rows).All(pair => ReferenceEquals(pair.First, pair.Second)))
            return rows;
        if (kept.Count == 0 && member.Presence == MemberPresence.UnknownList)
            return null;
        var array = Array.CreateInstance(member.ValueType, kept.Count);
        ((ICollection)kept).CopyTo(array, 0);
        return array;
    }

    private PlanObject? Kept(PlanObject row, bool holderIsTheirs)
    {
        // Whether a sheet was handed in is told by the site, not typed.
        if (row is Submission)
            return null;
        if (IsTheirs(row, holderIsTheirs))
            return Cut(row, isTheirs: true);
        var holder = Cut(row, isTheirs: false);
        if (!IsNeeded(row) && !HoldsAny(holder))
            return null;
        context.Add(holder);
        return holder;
    }

    private bool IsTheirs(PlanObject row, bool holderIsTheirs) => row switch
    {
        Judgement judgement => judgement.By == JudgedBy.Department && Answers(judgement.Subject),
        _ => PlanShape.Of(row.GetType()).Id is { } id ? id.Get(row) is string named && Answers(named) : holderIsTheirs,
    };

    private bool Answers(string subject) => index.Of(subject) is { } place && place.Departments.Any(departments.Contains);

    // What cells choose from, and where new rows go.
    private static bool IsNeeded(PlanObject row) => row is Department or Category or Cycle;

    private static bool HoldsAny(PlanObject record) => PlanShape.Of(record.GetType()).Members.Any(member => member.Get(record) switch
    {
        PlanObject held => HoldsAny(held),
        IReadOnlyList<PlanObject> rows => rows.Count > 0,
        _ => false,
    });
}
