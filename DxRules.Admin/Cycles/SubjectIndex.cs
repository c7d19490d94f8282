using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Admin.Cycles;

/// <summary>Where an object of a plan stands, and who answers for it.</summary>
/// <param name="Policy">The policy (施策) it stands under or is; null where it stands under none.</param>
/// <param name="Departments">Ids of the departments that answer for it: its own, else those of what it stands under; a department answers for itself.</param>
/// <param name="IsSecret">Whether it lies under security, so that only security officers and administrators may see it.</param>
internal sealed record SubjectPlace(SubjectPolicy? Policy, IReadOnlyList<string> Departments, bool IsSecret);

/// <summary>The policy (施策) of a subject.</summary>
/// <param name="Position">Its place in the plan document.</param>
internal sealed record SubjectPolicy(string Id, string Title, int Position);

/// <summary>Tells of each object of a plan where it stands and who answers for it.</summary>
internal sealed class SubjectIndex
{
    private readonly Dictionary<string, SubjectPlace> places = new(StringComparer.Ordinal);
    private int policies;

    public SubjectIndex(PlanDocument plan) => Add(plan, new SubjectPlace(null, [], false));

    /// <summary>Every object by its id.</summary>
    public IReadOnlyDictionary<string, SubjectPlace> Places => places;

    /// <summary>The place of a subject by its id, or null. The id of a wording begins with the id of the object that holds it.</summary>
    public SubjectPlace? Of(string subject)
    {
        var owner = subject.IndexOf('/', StringComparison.Ordinal);
        return places.GetValueOrDefault(owner < 0 ? subject : subject[..owner]);
    }

    private void Add(PlanObject record, SubjectPlace above)
    {
        var place = above with
        {
            Policy = record is Policy policy ? new SubjectPolicy(policy.Id, TitleOf(policy), policies++) : above.Policy,
            Departments = OwnDepartments(record) is { Count: > 0 } own ? own : above.Departments,
            IsSecret = above.IsSecret || record is Security || record is CorrectiveAction action && Of(action.Subject) is { IsSecret: true },
        };
        if (record is Security)
            places[SecurityPolicy.SubjectId] = place;
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            if (member.IsId && value is string id)
                places[id] = place;
            foreach (var below in Objects(value))
                Add(below, place);
        }
    }

    private IReadOnlyList<string> OwnDepartments(PlanObject record) => record switch
    {
        Department department => [department.Id],
        CorrectiveAction { Owner: null } action => Of(action.Subject)?.Departments ?? [],
        Policy policy => [.. (policy.Departments ?? []).Select(department => department.Id)],
        _ => [.. PlanShape.Of(record.GetType()).Members.Where(member => member.Reference == ReferenceTo.Department).SelectMany(member => Texts(member.Get(record)))],
    };

    private static IEnumerable<PlanObject> Objects(object? value) => value switch
    {
        PlanObject one => [one],
        IEnumerable<PlanObject> many => many,
        _ => [],
    };

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string one => [one],
        IEnumerable<string> many => many,
        _ => [],
    };

    private static string TitleOf(Policy policy) => policy.Number is { Length: > 0 } number ? $"{number} {policy.Title}" : policy.Title;
}
