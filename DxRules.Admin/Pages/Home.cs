using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Cycles;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages;

/// <summary>What the first page shows of each plan.</summary>
internal sealed class Home(AdminDb db, PlanSwitch plans, PlanDocuments documents, HomePictures pictures, CityCheck city, TimeProvider clock)
{
    private const int MostWorst = 5;

    public async Task<IReadOnlyList<PlanCard>> Read(CancellationToken cancel)
    {
        var cards = new List<PlanCard>();
        foreach (var plan in await plans.Load(cancel))
            cards.Add(plan.Usual is { } cycle ? await Read(plan, cycle, cancel) : new PlanCard(plan, null, [], HomeCounts.None, [], null));
        return cards;
    }

    private async Task<PlanCard> Read(PlanChoice plan, CycleChoice cycle, CancellationToken cancel)
    {
        var today = Dates.InJapan(clock.GetUtcNow());
        var run = (await RunHead.Of(db, cycle.Id, cancel)).FirstOrDefault();
        var steps = await db.CycleSteps.AsNoTracking().Where(step => step.CycleId == cycle.Id)
            .Select(step => new StepLine(step.Step, step.DueOn, step.DoneAt, null, step.DueOn.DayNumber - today.DayNumber)).ToListAsync(cancel);
        steps = [.. steps.OrderBy(step => step.Step)];
        var sheets = cycle.IsOpen ? await Sheets(plan.Id, cycle, cancel) : 0;
        if (run is null)
        {
            var none = HomeCounts.None with { Sheets = sheets };
            return new PlanCard(plan, null, [], none, steps, NextThing.Of(db.Viewer.Roles, cycle, false, none, steps));
        }
        var alerts = db.Observations.AsNoTracking().Where(row => row.RunId == run.Id && row.Outcome == Outcome.Alert);
        var rows = await ListedRow.Read(alerts, new AlertFilter(), cancel);
        var counts = await Count(plan.Id, cycle, run, alerts, rows, today, cancel) with { Sheets = sheets };
        return new PlanCard(plan, run, await Worst(run, rows, cancel), counts, steps, NextThing.Of(db.Viewer.Roles, cycle, true, counts, steps))
        {
            Pictures = cycle.IsOpen ? await pictures.Read(plan, cycle, run, cancel) : [],
            FitsRules = !cycle.IsOpen || (await city.Find(plan.Code, cancel)).Check is not null,
        };
    }

    private async Task<HomeCounts> Count(
        int plan, CycleChoice cycle, RunHead run, IQueryable<ObservationRow> alerts, IReadOnlyList<ListedRow> rows, DateOnly today, CancellationToken cancel)
    {
        var standings = await AnswerStandings.Read(db, plan, cycle.FiscalYear, cancel);
        var departments = db.Viewer.Departments;
        var mine = departments.Count == 0 ? [] : await alerts.Where(row => row.Departments.Any(department => departments.Contains(department.Department))).Select(row => row.Key).ToListAsync(cancel);
        var security = db.Viewer.Roles.HasFlag(Roles.SecurityOfficer) ? await alerts.Where(row => row.Category == RuleCategory.Security).Select(row => row.Key).ToListAsync(cancel) : [];
        int ToAnswer(IEnumerable<string> keys) => keys.Count(key => standings.Of(key).IsToAnswer);
        return new HomeCounts(
            ToAnswer(rows.Select(row => row.Key)),
            rows.Count(row => standings.Of(row.Key).State == WorkState.Submitted),
            rows.Count(row => standings.Of(row.Key).IsOverdue(today)),
            run.Counts.Undetermined,
            ToAnswer(mine),
            ToAnswer(security))
        {
            ToPublish = await db.Publications.CountAsync(row => row.CycleId == cycle.Id && row.State == PublicationState.Requested && row.ApproverId == db.Viewer.UserId, cancel),
        };
    }

    // Those of the viewer's departments that are not handed in.
    private async Task<int> Sheets(int plan, CycleChoice cycle, CancellationToken cancel) =>
        db.Viewer.Departments.Count == 0 || await documents.Newest(plan, cancel) is not { } seen
            ? 0
            : (GovernedCycle.Of(seen.Document, cycle.FiscalYear)?.Submissions ?? [])
                .Count(sheet => sheet.SubmittedOn is null && db.Viewer.Departments.Contains($"{seen.Head.Municipality}/{sheet.Department}"));

    private async Task<IReadOnlyList<AlertLine>> Worst(RunHead run, IReadOnlyList<ListedRow> rows, CancellationToken cancel)
    {
        var worst = Folding.Fold(rows).Select(row => row.Row).OrderByDescending(row => row.Severity).Take(MostWorst).Select(row => row.Id).ToList();
        var lines = (await AlertLines.Read(db, run.Id, db.Observations.Where(row => worst.Contains(row.Id)), cancel)).ToDictionary(line => line.Id);
        return [.. worst.Select(id => lines[id])];
    }
}

/// <param name="Run">The latest run of the plan's usual cycle; null where there is none yet.</param>
/// <param name="Worst">The gravest alerts that stand for themselves.</param>
/// <param name="Steps">Of the usual cycle, in their order.</param>
/// <param name="Next">What the viewer does next; null where there is no cycle.</param>
internal sealed record PlanCard(PlanChoice Plan, RunHead? Run, IReadOnlyList<AlertLine> Worst, HomeCounts Counts, IReadOnlyList<StepLine> Steps, NextThing? Next)
{
    /// <summary>Of a plan under review.</summary>
    public IReadOnlyList<HomePicture> Pictures { get; init; } = [];

    /// <summary>False where the city's profile does not fit the rules, so that nothing can be checked or graded.</summary>
    public bool FitsRules { get; init; } = true;

    public bool IsOpen => Plan.Usual is { IsOpen: true };

    /// <summary>The step that is next; null where the cycle is closed.</summary>
    public StepLine? Step => IsOpen ? Steps.FirstOrDefault(step => step.DoneAt is null) : null;
}

/// <summary>How much is to be done, of what the viewer may see; folded alerts count.</summary>
/// <param name="Mine">Alerts to answer of the viewer's departments.</param>
/// <param name="Security">Alerts to answer under security, for a security officer.</param>
internal sealed record HomeCounts(int ToAnswer, int Submitted, int Overdue, int Undetermined, int Mine, int Security)
{
    /// <summary>Sheets of the viewer's departments that are not handed in.</summary>
    public int Sheets { get; init; }

    /// <summary>Publications that the viewer was named to approve.</summary>
    public int ToPublish { get; init; }

    public static readonly HomeCounts None = new(0, 0, 0, 0, 0, 0);

    /// <summary>Each with its word, its mark and the list it counts.</summary>
    public IEnumerable<(string Key, string Mark, int Count, AlertFilter List)> Shown =>
    [
        ("home.toAnswer", "warning", ToAnswer, new AlertFilter { Work = WorkStateWords.ToAnswer }),
        ("home.submitted", "info", Submitted, new AlertFilter { Work = WorkStateWords.Of(WorkState.Submitted) }),
        ("home.overdue", "critical", Overdue, new AlertFilter { Work = WorkStateWords.Overdue }),
        ("severity.undetermined", "undetermined", Undetermined, new AlertFilter { Severity = "undetermined" }),
    ];
}
