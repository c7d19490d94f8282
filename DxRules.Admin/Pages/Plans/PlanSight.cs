using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Plans;

/// <summary>A plan as it stood on a day: its objects, what holds them and who answers for them.</summary>
internal sealed class PlanSight
{
    private readonly Dictionary<string, (PlanObject Record, string? Above)> objects = new(StringComparer.Ordinal);
    private readonly Lazy<SubjectIndex> places;
    private readonly Lazy<GanttAxis?> axis;

    public PlanSight(PlanDocument document, DateOnly day)
    {
        Document = document.AsOf(day).Document;
        Day = day;
        Add(Document, null);
        places = new(() => new SubjectIndex(Document));
        axis = new(() => GanttAxis.Of(Document));
    }

    public PlanDocument Document { get; }

    public DateOnly Day { get; }

    /// <summary>The years that schedules are drawn over; null where nothing has a date.</summary>
    public GanttAxis? Axis => axis.Value;

    /// <summary>The object with an id, if it is of that kind.</summary>
    public T? Find<T>(string id)
        where T : PlanObject => objects.GetValueOrDefault(id).Record as T;

    /// <summary>The object with an id that holds another; null for the plan and what is not there.</summary>
    public string? Above(string id) => objects.GetValueOrDefault(id).Above;

    /// <summary>A subject and all that hold it, the innermost first. Where it is a wording, it begins with the object that has it.</summary>
    public IEnumerable<string> Chain(string subject)
    {
        var cut = subject.IndexOf('/', StringComparison.Ordinal);
        for (var id = cut < 0 ? subject : subject[..cut]; id is not null && objects.ContainsKey(id); id = Above(id))
            yield return id;
    }

    /// <summary>An object and all that it holds, by their ids.</summary>
    public IReadOnlySet<string> WithBelow(string id) => objects.Keys.Where(other => Chain(other).Contains(id)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The title of an object with its number; its id where it has neither.</summary>
    public string TitleOf(string id) => objects.GetValueOrDefault(id).Record switch
    {
        Policy { Number: { Length: > 0 } number } policy => $"{number} {policy.Title}",
        Initiative { Number: { Length: > 0 } number } initiative => $"{number} {initiative.Title}",
        { } record => PlanTitles.Of(record) ?? id,
        null => id,
    };

    /// <summary>The departments that answer for an object, in the order in which it names them.</summary>
    public IReadOnlyList<string> DepartmentsOf(string id) => places.Value.Of(id)?.Departments ?? [];

    /// <summary>Whether the viewer sees all, or their departments answer for it.</summary>
    public bool Reaches(Viewer viewer, string id) =>
        viewer.SeesAll || DepartmentsOf(id).Any(department => viewer.Departments.Contains($"{Document.Municipality.Code}/{department}"));

    private void Add(PlanObject record, string? above)
    {
        var shape = PlanShape.Of(record.GetType());
        if (shape.Id?.Get(record) is string id)
        {
            objects[id] = (record, above);
            above = id;
        }
        foreach (var member in shape.Members.Where(member => member.ValueKind == PlanValueKind.Object))
        {
            foreach (var below in member.Get(record) switch { PlanObject one => [one], IEnumerable<PlanObject> many => many, _ => [] })
                Add(below, above);
        }
    }
}

/// <summary>What an object of a plan is called.</summary>
internal static class PlanTitles
{
    private static readonly string[] Members = ["title", "name", "post", "summary", "role", "action"];

    /// <summary>Null where nothing in it is a title.</summary>
    public static string? Of(PlanObject record)
    {
        var shape = PlanShape.Of(record.GetType());
        return Members.Select(shape.Find).OfType<PlanMember>().Select(member => member.Get(record) as string).FirstOrDefault(text => text is not null);
    }
}
