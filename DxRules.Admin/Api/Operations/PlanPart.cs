using System.Collections;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Api.Operations;

/// <summary>
/// The part of a plan that a department may read, as a document of its own: what its departments answer for, the headings of what holds that, and who
/// else answers for it. What is left out is named nowhere.
/// </summary>
internal sealed class PlanPart
{
    // What people see of a thing that is others' and holds something of theirs: the members that the format demands, and by what it is called.
    private static readonly HashSet<string> Heading = ["number", "category", "scope"];

    private readonly SubjectIndex index;
    private readonly HashSet<string> departments;

    private PlanPart(PlanDocument plan, Viewer viewer)
    {
        index = new SubjectIndex(plan);
        departments = [.. viewer.Departments.Where(key => key.StartsWith($"{plan.Municipality.Code}/", StringComparison.Ordinal)).Select(key => key[(plan.Municipality.Code.Length + 1)..])];
    }

    /// <param name="plan">As the viewer may see it, but for departments.</param>
    public static PlanDocument Of(PlanDocument plan, Viewer viewer)
    {
        if (viewer.SeesAll)
            return plan;
        var cut = new PlanPart(plan, viewer);
        var part = new PlanDocument
        {
            Municipality = plan.Municipality,
            Plan = (PlanHeader)(cut.Kept(plan.Plan with { Notes = [], Revisions = [.. plan.Plan.Revisions.Where(revision => revision.Subject is { } subject && cut.Answers(subject))] }, isTheirs: true))!,
            Categories = plan.Categories,
            Policies = cut.All(plan.Policies),
            Opinions = [.. plan.Opinions.Where(opinion => opinion.Subjects.Any(cut.Answers)).Select(opinion => opinion with { Subjects = [.. opinion.Subjects.Where(cut.Answers)] })],
            Benefits = [.. plan.Benefits.Where(benefit => cut.Answers(benefit.Subject))],
            Governance = plan.Governance is { } governance ? new Engine.Plans.Governance { Cycles = cut.All(governance.Cycles) } : null,
        };
        return part with { Departments = cut.Named(plan.Departments, part) };
    }

    private T[]? All<T>(IReadOnlyList<T>? rows)
        where T : PlanObject => rows?.Select(row => Kept(row, isTheirs: false)).OfType<T>().ToArray();

    /// <summary>The record as far as it may be read; null where nothing of it may.</summary>
    private PlanObject? Kept(PlanObject record, bool isTheirs)
    {
        var shape = PlanShape.Of(record.GetType());
        isTheirs = record switch
        {
            PlanHeader or Cycle => true,
            Submission sheet => departments.Contains(sheet.Department),
            Judgement judgement => Answers(judgement.Subject),
            CorrectiveAction action => Answers(action.Subject) || (action.Owner is { } owner && departments.Contains(owner)),
            CycleComment => false,
            _ when shape.Id is { } id => id.Get(record) is string named && Answers(named),
            _ => isTheirs,
        };
        var (kept, holds) = (record with { }, false);
        foreach (var member in shape.Members)
        {
            var value = member.Get(record);
            if (member.ValueKind != PlanValueKind.Object)
            {
                if (!isTheirs && member.Presence != MemberPresence.Required && !Heading.Contains(member.Name))
                    Clear(kept, member);
                continue;
            }
            var below = Below(member, value, isTheirs);
            holds |= below is PlanObject or ICollection { Count: > 0 };
            if (below is null && member.Presence == MemberPresence.EmptyList)
                Clear(kept, member);
            else
                member.Set(kept, below);
        }
        if (isTheirs)
            return kept;

        // How the document states a value that is left out would tell it.
        return holds ? kept with { Raw = new Dictionary<string, string>(), Inferred = [] } : null;
    }

    private object? Below(PlanMember member, object? value, bool isTheirs)
    {
        if (value is PlanObject one)
            return Kept(one, isTheirs);
        if (value is not IReadOnlyList<PlanObject> rows)
            return null;
        var kept = rows.Select(row => Kept(row, isTheirs)).OfType<PlanObject>().ToList();
        if (kept.Count == 0 && !isTheirs && member.Presence == MemberPresence.UnknownList)
            return null;
        var array = Array.CreateInstance(member.ValueType, kept.Count);
        ((ICollection)kept).CopyTo(array, 0);
        return array;
    }

    private static void Clear(PlanObject record, PlanMember member) =>
        member.Set(record, member.Presence == MemberPresence.EmptyList ? Array.CreateInstance(member.ValueType, 0) : member.Default);

    private bool Answers(string subject) => index.Of(subject) is { } place && place.Departments.Any(departments.Contains);

    // Those that the part names, and those that follow them: what succeeds has to be known where it is referred to.
    private Department[]? Named(IReadOnlyList<Department>? all, PlanDocument part)
    {
        if (all is null)
            return null;
        var named = References(part).Concat(departments).ToHashSet(StringComparer.Ordinal);
        for (var grew = true; grew;)
            grew = all.Any(department => department.SucceededBy is { } next && named.Contains(department.Id) && named.Add(next));
        return [.. all.Where(department => named.Contains(department.Id))];
    }

    private static IEnumerable<string> References(PlanObject record) => PlanShape.Of(record.GetType()).Members.SelectMany(member => (member.Reference, member.Get(record)) switch
    {
        (Engine.Plans.Marks.ReferenceTo.Department, string id) => [id],
        (Engine.Plans.Marks.ReferenceTo.Department, IEnumerable<string> ids) => ids,
        (_, PlanObject one) => References(one),
        (_, IEnumerable<PlanObject> many) => many.SelectMany(References),
        _ => [],
    });
}
