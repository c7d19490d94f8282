using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Versions;

/// <summary>Which subjects of a plan a viewer reaches: all of them, or those that their departments answer for.</summary>
internal sealed class SubjectReach(PlanDocument plan, Viewer viewer, string municipality)
{
    private readonly SubjectIndex? index = viewer.SeesAll ? null : new SubjectIndex(plan);
    private readonly HashSet<string> departments = [.. viewer.Departments];

    public bool Holds(string subject) =>
        index is null || index.Of(subject) is { } place && place.Departments.Any(department => departments.Contains($"{municipality}/{department}"));
}
