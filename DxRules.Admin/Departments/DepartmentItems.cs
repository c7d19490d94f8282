using System.Globalization;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Admin.Departments;

/// <summary>Finds what a department answers for: every member of the plan that names it, whatever kind of object holds it.</summary>
internal sealed class DepartmentItems
{
    private readonly IReadOnlySet<string> departments;
    private readonly DateOnly day;
    private readonly IReadOnlyDictionary<string, Node> subjects;
    private readonly List<DepartmentItem> items = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private DepartmentItems(PlanDocument plan, IReadOnlySet<string> departments, DateOnly day)
    {
        (this.departments, this.day) = (departments, day);
        subjects = PlanSubjects.Build(plan, day).SubjectsById;
    }

    /// <summary>What names one of these departments, in document order.</summary>
    /// <param name="day">What was over before that day belongs to the past.</param>
    public static IReadOnlyList<DepartmentItem> Of(PlanDocument plan, IReadOnlySet<string> departments, DateOnly day)
    {
        var found = new DepartmentItems(plan, departments, day);
        found.Add(plan, plan, "");
        return found.items;
    }

    /// <param name="owner">The nearest object with an id.</param>
    /// <param name="held">The owner's member through which the object is held; empty for the owner itself.</param>
    private void Add(PlanObject record, PlanObject owner, string held)
    {
        var shape = PlanShape.Of(record.GetType());
        if (shape.Id is not null)
            (owner, held) = (record, "");
        foreach (var member in shape.Members)
        {
            var path = held.Length == 0 ? member.Name : held;
            var value = member.Get(record);
            if (IsAnswer(record, member))
                AddItem(owner, path, [.. Texts(value).Where(departments.Contains)]);
            else if (member.ValueKind == PlanValueKind.Object)
            {
                foreach (var below in value switch { PlanObject one => [one], IEnumerable<PlanObject> rows => rows, _ => [] })
                    Add(below, owner, path);
            }
        }
    }

    /// <summary>Whether a member says which department answers for its object; that one department succeeds another says something else.</summary>
    public static bool IsAnswer(PlanObject record, PlanMember member) => member.Reference == ReferenceTo.Department && record is not Department;

    private void AddItem(PlanObject owner, string member, IReadOnlyList<string> named)
    {
        if (named.Count == 0)
            return;
        var id = (string)PlanShape.Of(owner.GetType()).Id!.Get(owner)!;
        var item = new DepartmentItem(id, member, owner.GetType().Name, TitleOf(owner, id), named, IsOver(owner));
        if (places.TryAdd(item.Key, items.Count))
            items.Add(item);
        else
            items[places[item.Key]] = items[places[item.Key]] with { Named = [.. items[places[item.Key]].Named.Union(named)] };
    }

    private string TitleOf(PlanObject owner, string id) => owner switch
    {
        Policy { Number: { Length: > 0 } number } policy => $"{number} {policy.Title}",
        Initiative { Number: { Length: > 0 } number } initiative => $"{number} {initiative.Title}",
        DepartmentCheck check => check.FiscalYear.ToString(CultureInfo.InvariantCulture),
        CorrectiveAction action => action.Action,
        _ => subjects.TryGetValue(id, out var node) ? node.Title : id,
    };

    private bool IsOver(PlanObject owner) => owner switch
    {
        Submission submission => submission.SubmittedOn is not null,
        DepartmentCheck check => check.FiscalYear < FiscalYear.Of(day) || check.SelfCheckedOn is not null,
        Engine.Plans.Audit audit => audit.On.Day < day,
        Contract contract => contract.EndsOn?.Day < day,
        CorrectiveAction action => action.Status is ActionStatus.Done or ActionStatus.Dropped,
        _ => false,
    };

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string one => [one],
        IEnumerable<string> many => many,
        _ => [],
    };
}
