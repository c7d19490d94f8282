using System.Runtime.CompilerServices;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>The KPIs of a plan as it stood on a day, and the grades of all that is graded.</summary>
/// <param name="Document">The plan as it stood then.</param>
/// <param name="Kpis">In the order of the plan.</param>
internal sealed record KpiBoard(PlanDocument Document, DateOnly AsOf, IReadOnlyList<KpiSheet> Kpis, IReadOnlyList<SubjectGrade> Grades, SubjectIndex Places)
{
    public KpiSheet? Find(string id) => Kpis.FirstOrDefault(kpi => kpi.Id == id);

    /// <summary>Those that a viewer may see: all, or those for which their departments answer.</summary>
    public IEnumerable<KpiSheet> SeenBy(Viewer viewer) => Kpis.Where(kpi => IsSeenBy(viewer, kpi.Departments));

    /// <summary>The grades of initiatives, likewise.</summary>
    public IEnumerable<SubjectGrade> InitiativesSeenBy(Viewer viewer) =>
        Grades.Where(grade => grade.Subject.Type == "initiative" && IsSeenBy(viewer, Places.Of(grade.Subject.Id)?.Departments ?? []));

    private bool IsSeenBy(Viewer viewer, IReadOnlyList<string> departments) =>
        viewer.SeesAll || departments.Any(department => viewer.Departments.Contains($"{Document.Municipality.Code}/{department}"));
}

/// <summary>What was made of documents, as long as they are kept themselves: a page need not judge a plan anew.</summary>
internal sealed class KpiBoards
{
    private readonly ConditionalWeakTable<PlanDocument, Made> boards = [];

    /// <param name="document">As the viewer may see it.</param>
    /// <param name="asOf">The day as of which it is shown.</param>
    /// <param name="rules">The shipped rules as the plan's city has set them.</param>
    public KpiBoard Of(PlanDocument document, DateOnly asOf, PlanCheck rules)
    {
        if (boards.TryGetValue(document, out var known) && known.Board.AsOf == asOf && known.Profile == rules.Profile.Hash)
            return known.Board;
        var made = new Made(rules.Profile.Hash, KpiReader.Read(rules, document, asOf));
        boards.AddOrUpdate(document, made);
        return made.Board;
    }

    private sealed record Made(string Profile, KpiBoard Board);
}
