using DxRules.Admin.Charts;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Kpis;
using DxRules.Admin.Pages.Plans;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages;

/// <summary>The pictures of a plan under review: whether it gets better, where it gathers, and whether KPIs and initiatives come as planned.</summary>
internal sealed class HomePictures(AdminDb db, PlanDocuments documents, KpiBoards boards, CityCheck city, TimeProvider clock, Texts texts)
{
    private const int MostCycles = 5;

    private static readonly Severity[] Severities = [Severity.Critical, Severity.Warning, Severity.Notice, Severity.Info];
    private static readonly FillPattern[] Patterns = [FillPattern.Solid, FillPattern.Diagonal, FillPattern.Dots, FillPattern.Outline];

    public async Task<IReadOnlyList<HomePicture>> Read(PlanChoice plan, CycleChoice cycle, RunHead run, CancellationToken cancel)
    {
        if (await documents.Newest(plan.Id, cancel) is not { } seen)
            return [];

        // Where the profile does not fit the rules, nothing is graded; the page says so and shows the rest.
        var board = (await city.Find(seen.Head.Municipality, cancel)).Check is { } rules ? boards.Of(seen.Document, Dates.InJapan(clock.GetUtcNow()), rules) : null;
        HomePicture?[] pictures =
        [
            await Cycles(plan, cycle, run, cancel),
            db.Viewer.SeesAll ? await Departments(cycle, run, new DepartmentNames(seen.Document), cancel) : null,
            board is null ? null : Kpis(plan.Id, board),
            board is null ? null : Initiatives(plan.Id, board),
        ];
        return [.. pictures.OfType<HomePicture>().Select(picture => picture with { About = plan.Title })];
    }

    private IReadOnlyList<StackPart> BySeverity =>
        [.. Severities.Select((severity, i) => new StackPart(texts[$"severity.{WordOf(severity)}"], ChartFill.OfMark(WordOf(severity), Patterns[i])))];

    private async Task<HomePicture?> Cycles(PlanChoice plan, CycleChoice cycle, RunHead run, CancellationToken cancel)
    {
        var runs = await db.Cycles.AsNoTracking().Where(row => row.PlanId == plan.Id && row.FiscalYear <= cycle.FiscalYear && row.Runs.Count > 0).OrderByDescending(row => row.FiscalYear).Take(MostCycles)
            .Select(row => new { row.Id, row.FiscalYear, Run = row.Runs.OrderByDescending(one => one.Number).Select(one => one.Id).First() }).ToListAsync(cancel);
        var ids = runs.Select(row => row.Run).ToList();
        var counts = (await db.Observations.AsNoTracking().Where(row => ids.Contains(row.RunId) && row.Outcome == Outcome.Alert)
            .Select(row => new { row.RunId, row.Severity }).CountEach(cancel)).ToDictionary(row => (row.Key.RunId, row.Key.Severity), row => row.Count);
        var rows = runs.OrderBy(row => row.FiscalYear).Select(row => Row(
            texts.FiscalYear(row.FiscalYear), new Figures(texts).Year(row.FiscalYear),
            Severities.Select(severity => (counts.GetValueOrDefault((row.Run, severity)), Alerts(row.Id, severity, null))),
            Alerts(row.Id, null, null))).ToList();
        return rows.Count == 0 ? null : new HomePicture(
            $"cycles-{plan.Id}", texts["home.better"], await Better(rows, run, cancel), texts["cycle.fiscalYear"], BySeverity, rows, HomePicture.Shape.Columns,
            ($"/cycles/{cycle.Id}/comparison", "home.better.more"));
    }

    // What is new or came back, and what went; each as the alert list counts it.
    private async Task<string> Better(IReadOnlyList<HomeRow> rows, RunHead run, CancellationToken cancel)
    {
        var now = rows[^1].Total.Count;
        if (rows.Count < 2)
            return texts["home.better.first", now];
        var states = (await db.Observations.AsNoTracking().Where(row => row.RunId == run.Id && row.State != null)
            .Select(row => row.State!.Value).CountEach(cancel)).ToDictionary(row => row.Key, row => row.Count);
        int Of(AlertState state) => states.GetValueOrDefault(state);
        var change = now - rows[^2].Total.Count;
        var (came, cleared) = (Of(AlertState.New) + Of(AlertState.Recurred), Of(AlertState.Cleared));
        return change switch
        {
            > 0 => texts["home.better.grew", now, change, came, cleared],
            < 0 => texts["home.better.fell", now, -change, came, cleared],
            _ => texts["home.better.same", now, came, cleared],
        };
    }

    private async Task<HomePicture?> Departments(CycleChoice cycle, RunHead run, DepartmentNames names, CancellationToken cancel)
    {
        var counts = (await db.Observations.AsNoTracking().Where(row => row.RunId == run.Id && row.Outcome == Outcome.Alert)
            .SelectMany(row => row.Departments, (row, department) => new { department.Department, row.Severity })
            .CountEach(cancel)).ToDictionary(row => (row.Key.Department, row.Key.Severity), row => row.Count);
        var rows = names.InOrder(counts.Keys.Select(key => key.Department).Distinct()).Select(id => Row(
            names[id], names[id],
            Severities.Select(severity => (counts.GetValueOrDefault((id, severity)), Alerts(cycle.Id, severity, DepartmentNames.IdOf(id)))),
            Alerts(cycle.Id, null, DepartmentNames.IdOf(id)))).OrderByDescending(row => row.Total.Count).ToList();
        return rows.Count == 0 ? null : new HomePicture(
            $"departments-{cycle.Id}", texts["home.where"], texts["home.where.most", rows[0].Label, rows[0].Total.Count], texts["kpi.department"], BySeverity, rows, HomePicture.Shape.Rows,
            ($"/cycles/{cycle.Id}/heatmap", "home.where.more"));
    }

    private HomePicture? Kpis(int plan, KpiBoard board)
    {
        var kpis = board.SeenBy(db.Viewer).Select(kpi => (Top(board, kpi.Policy?.Id), kpi.Grade)).ToList();
        var rows = Graded(board, kpis, (kind, category) => new KpiFilter { Grade = kind is { } one ? KpiFilter.WordOf(one) : null, Category = category }.Address(plan));
        return rows.Count == 0 ? null : new HomePicture(
            $"kpis-{plan}", texts["home.kpis"], texts["home.kpis.answer", rows[0].Total.Count, rows[0].Cells[1].Count, rows[0].Cells[2].Count], texts["kpi.category"],
            ByGrade([texts["kpi.grade.good"], texts["kpi.grade.behind"], texts["kpi.grade.notAssessable"]]), rows, HomePicture.Shape.Rows, ($"/plans/{plan}/kpis", "home.kpis.more"));
    }

    private HomePicture? Initiatives(int plan, KpiBoard board)
    {
        var initiatives = board.InitiativesSeenBy(db.Viewer).Select(grade => (Top(board, board.Places.Of(grade.Subject.Id)?.Policy?.Id), grade)).ToList();
        var rows = Graded(board, initiatives, (kind, category) => new TreeFilter { Grade = kind is { } one ? KpiFilter.WordOf(one) : null, Category = category }.Address(plan));
        return rows.Count == 0 ? null : new HomePicture(
            $"initiatives-{plan}", texts["home.work"], texts["home.work.answer", rows[0].Total.Count, rows[0].Cells[1].Count, rows[0].Cells[2].Count], texts["kpi.category"],
            ByGrade([texts["home.work.good"], texts["home.work.behind"], texts["home.work.notAssessable"]]), rows, HomePicture.Shape.Rows, ($"/plans/{plan}", "home.work.more"));
    }

    private static IReadOnlyList<StackPart> ByGrade(string[] words) =>
    [
        new(words[0], ChartFill.OfTone("green", FillPattern.Solid)), new(words[1], ChartFill.OfTone("orange", FillPattern.Diagonal)), new(words[2], ChartFill.OfTone("gray", FillPattern.Outline)),
    ];

    // One row for all, then one for each category at the top of the plan; none where there is nothing to count.
    private List<HomeRow> Graded(KpiBoard board, List<(string? Category, SubjectGrade Grade)> subjects, Func<GradeKind?, string?, string> list)
    {
        GradeKind[] kinds = [GradeKind.Good, GradeKind.Behind, GradeKind.NotAssessable];
        HomeRow RowOf(string label, string? category, IEnumerable<(string? Category, SubjectGrade Grade)> within) =>
            Row(label, label, kinds.Select(kind => (within.Count(one => one.Grade.Kind == kind), list(kind, category))), list(null, category));
        var categories = board.Document.Categories.Where(category => subjects.Exists(one => one.Category == category.Id));
        return subjects.Count == 0
            ? []
            : [
                RowOf(texts["home.whole"], null, subjects),
                .. categories.Select(category => RowOf(category.Title, category.Id, subjects.Where(one => one.Category == category.Id))),
                .. subjects.Exists(one => one.Category is null) ? [RowOf(texts["kpi.noCategory"], KpiFilter.NoCategory, subjects.Where(one => one.Category is null))] : Array.Empty<HomeRow>(),
            ];
    }

    private static string? Top(KpiBoard board, string? policy)
    {
        var category = board.Document.Policies?.FirstOrDefault(one => one.Id == policy)?.Category;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (category is not null && seen.Add(category) && board.Document.Categories.FirstOrDefault(one => one.Id == category)?.Parent is { } above)
            category = above;
        return category;
    }

    private static HomeRow Row(string label, string shortLabel, IEnumerable<(int Count, string Address)> cells, string all)
    {
        List<HomeCell> counted = [.. cells.Select(cell => new HomeCell(cell.Count, cell.Address))];
        return new HomeRow(label, shortLabel, counted, new HomeCell(counted.Sum(cell => cell.Count), all));
    }

    private static string Alerts(int cycle, Severity? severity, string? department) =>
        new AlertFilter { Severity = severity is { } one ? WordOf(one) : AlertFilter.AnyAlert, Department = department, Folded = "show" }.Address(cycle);

    private static string WordOf(Severity severity) => severity.ToString().ToLowerInvariant();
}
