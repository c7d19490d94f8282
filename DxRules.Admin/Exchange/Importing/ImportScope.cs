using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Admin.Sheets;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>
/// Whose subjects an import may change: those of the department for which it was brought, all for the office, and for an officer of security what lies
/// under security.
/// </summary>
internal sealed class ImportScope
{
    private readonly IReadOnlySet<string>? departments;
    private readonly bool securityOnly;

    /// <param name="department">The id of the import's department; null for the whole plan.</param>
    public ImportScope(PlanDocument plan, string? department, DateOnly today, Viewer viewer)
    {
        departments = department is null ? null : SheetCards.Line(plan, department, today);
        securityOnly = department is null && !viewer.May(Access.RunCycles);
    }

    /// <summary>Null where the subjects of all departments count.</summary>
    public IReadOnlySet<string>? Departments => departments;

    /// <summary>The changes that are not for this import to make, each with the ids of the departments whose they are.</summary>
    /// <param name="after">The plan with the changes; null where they cannot be made together.</param>
    public IReadOnlyList<(PlanChange Change, IReadOnlyList<string> Owners)> Outside(IReadOnlyList<PlanChange> changes, PlanDocument before, PlanDocument? after)
    {
        if (departments is null && !securityOnly)
            return [];
        var (was, now) = (new SubjectIndex(before), after is null ? null : new SubjectIndex(after));
        return [.. changes.Where(change => !PlacesOf(change, was, now).Any(IsInside))
            .Select(change => (change, PlacesOf(change, was, now).Select(place => place.Departments).FirstOrDefault() ?? []))];
    }

    private bool IsInside(SubjectPlace place) => securityOnly ? place.IsSecret : place.Departments.Any(departments!.Contains);

    // A row with an id of its own belongs to whom it names, whoever the list belongs to.
    private static IEnumerable<SubjectPlace> PlacesOf(PlanChange change, SubjectIndex was, SubjectIndex? now)
    {
        var element = change.Index is null ? null : change.Member[(change.Member.LastIndexOf('/') + 1)..];
        return new[] { element is null ? null : now?.Of(element), element is null ? null : was.Of(element), was.Of(change.Subject), now?.Of(change.Subject) }.OfType<SubjectPlace>();
    }
}
