using DxRules.Admin.Data;
using DxRules.Admin.Judgements;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Judgements;

/// <summary>Which subjects the page shows.</summary>
internal static class JudgementShow
{
    public const string Policies = "policies";
    public const string Whole = "all";
    public const string Different = "different";

    public static IReadOnlyList<string> All { get; } = [Policies, Whole, Different];
}

/// <summary>What department, rule and headquarters say in a cycle, and what is excepted from judgement.</summary>
/// <param name="AsOf">As of when the rules judge.</param>
/// <param name="Scale">That by which they do.</param>
/// <param name="Version">The number of the plan's version that is shown.</param>
/// <param name="Lines">Of all subjects that the viewer answers for or may see.</param>
/// <param name="Departments">The names of the departments by their ids.</param>
/// <param name="Kpis">Those to which a factor can be added.</param>
internal sealed record JudgementPage(
    CycleHead Cycle,
    DateOnly AsOf,
    GradeScale Scale,
    int Version,
    IReadOnlyList<JudgementLine> Lines,
    IReadOnlyDictionary<string, string> Departments,
    IReadOnlyList<FactorLine> Factors,
    IReadOnlyList<AcceptanceLine> Acceptances,
    IReadOnlyList<Kpi> Kpis)
{
    public IReadOnlyList<JudgementLine> Policies => [.. Lines.Where(line => line.Type == "policy")];

    public string NamesOf(IEnumerable<string> departments, string and) => string.Join(and, departments.Select(id => Departments.GetValueOrDefault(id, id)));

    /// <summary>The lines that a filter leaves.</summary>
    public IReadOnlyList<JudgementLine> Shown(string show, string? policy) =>
    [
        .. Lines.Where(line => (policy is null || line.Policy?.Id == policy) && show switch
        {
            JudgementShow.Policies => line.Type == "policy",
            JudgementShow.Different => line.Differences(Scale).Count > 0,
            _ => true,
        }),
    ];

    public static async Task<JudgementPage?> Read(AdminDb db, PlanDocuments documents, CityCheck city, int cycle, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || await documents.Newest(head.Plan, cancel) is not { } seen)
            return null;
        var grading = await CycleGrading.Read(db, city, cycle, cancel);

        // A closed cycle is judged from what was frozen: the figures of later years must not move its grades. What people said stands in the newest version.
        var judged = grading.Frozen is { } frozen ? await documents.Version(head.Plan, frozen, cancel) ?? seen : seen;
        var reach = new SubjectReach(seen.Document, db.Viewer, seen.Head.Municipality);
        var lines = JudgementLine.Of(seen.Document, grading.Scale.Judge(judged.Document, grading.AsOf), head.FiscalYear);
        return new JudgementPage(
            head,
            grading.AsOf,
            grading.Scale,
            seen.Head.Number,
            [.. lines.Where(line => reach.Holds(line.Subject))],
            (seen.Document.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal),
            FactorLine.Of(seen.Document, reach, head.FiscalYear),
            await AcceptanceLine.Read(db, head.Plan, cycle, head.FiscalYear, cancel),
            db.Viewer.May(Access.RunCycles) && head.IsOpen ? [.. PlanKpis.Of(seen.Document)] : []);
    }
}
