using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Cycles;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Api.Operations;

/// <summary>Reviews of plans.</summary>
internal static class CycleOperations
{
    public static readonly ApiParameter Cycle = ApiParameter.InPath("cycle", ParameterKind.Number, new("サイクルの番号", "The number of the cycle"), "5");

    public static readonly ApiParameter Run = ApiParameter.InQuery("run", ParameterKind.Number, new("点検の番号。書かなければ最新の点検", "The number of a check; the latest where it is left out"), "1");

    public static readonly ApiParameter AsOf =
        ApiParameter.InQuery("asOf", ParameterKind.Date, new("基準日がこの日以前の点検のうち、最新のもの", "The latest check as of this day or earlier"), "2025-05-31");

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("listCycles", HttpMethods.Get, "/cycles", ApiScopes.ReadCycles, new("点検のサイクルの一覧", "List review cycles"), new(
            "このトークンで見えるサイクルを、番号の順に返します。", "Gives the review cycles that this token sees, by number."))
        {
            Parameters =
            [
                ApiParameter.InQuery("plan", ParameterKind.Number, new("この計画のサイクルだけ", "Only cycles of this plan"), "2"),
                ApiParameter.InQuery("fiscalYear", ParameterKind.Number, new("この年度を対象とするサイクルだけ", "Only cycles that review this fiscal year"), "2024"),
                ApiParameter.InQuery("asOf", ParameterKind.Date, new("この日までに開いたサイクルだけを、この日の状態で。latestRun は、基準日がこの日以前の最新の点検", "Only cycles that were open by this day, as they stood then; latestRun is the latest check as of this day or earlier"), "2025-05-31"),
                ApiParameter.Limit, ApiParameter.After,
            ],
            Answer = ApiContent.Of(new ListPage<CycleItem> { Total = 1, Next = null, Items = [ApiExamples.Cycle] }),
            Do = List,
        },
        new("getCycle", HttpMethods.Get, "/cycles/{cycle}", ApiScopes.ReadCycles, new("点検のサイクル", "Get a review cycle"), new(
            "サイクルの手順、点検、確定した結果を返します。だれがしたかは返しません。", "Gives the steps of a cycle, its checks and its frozen results, but not who did them."))
        {
            Parameters = [Cycle],
            Answer = ApiContent.Of(ApiExamples.CycleDetail),
            Do = Get,
        },
    ];

    private static async Task<ApiAnswer> List(ApiCall call, CancellationToken cancel)
    {
        var (db, asOf) = (call.Get<AdminDb>(), call.Date("asOf"));
        var (plan, year) = (call.NumberOrNull("plan"), call.NumberOrNull("fiscalYear"));
        var rows = await db.Cycles.AsNoTracking().Where(cycle => (plan == null || cycle.PlanId == plan) && (year == null || cycle.FiscalYear == year)).OrderBy(cycle => cycle.Id).ToListAsync(cancel);
        var page = ListPage<CycleRow>.Of([.. rows.Where(cycle => asOf is null || Dates.InJapan(cycle.OpenedAt) <= asOf)], cycle => cycle.Id, call);
        var runs = await RunHead.Of(db, [.. page.Items.Select(cycle => cycle.Id)], cancel);
        return ApiAnswer.Of(new ListPage<CycleItem> { Total = page.Total, Next = page.Next, Items = [.. page.Items.Select(cycle => Item(cycle, runs[cycle.Id], asOf))] });
    }

    private static CycleItem Item(CycleRow cycle, IEnumerable<RunHead> runs, DateOnly? asOf)
    {
        var run = runs.FirstOrDefault(run => asOf is null || run.AsOf <= asOf);
        var closed = cycle.ClosedAt is { } at && (asOf is null || Dates.InJapan(at) <= asOf) ? cycle.ClosedAt : null;
        return new CycleItem
        {
            Id = cycle.Id, Plan = cycle.PlanId, FiscalYear = cycle.FiscalYear, IsOpen = closed is null, OpenedAt = cycle.OpenedAt, ClosedAt = closed, LatestRun = run is null ? null : RunItem.Of(run),
        };
    }

    private static async Task<ApiAnswer> Get(ApiCall call, CancellationToken cancel)
    {
        var (db, id) = (call.Get<AdminDb>(), call.Number(Cycle.Name));
        if (await db.Cycles.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } cycle)
            return ApiAnswer.NotFound;
        var runs = await RunHead.Of(db, id, cancel);
        return ApiAnswer.Of(new CycleDetail
        {
            Id = id, Plan = cycle.PlanId, FiscalYear = cycle.FiscalYear, IsOpen = cycle.ClosedAt is null, OpenedAt = cycle.OpenedAt, ClosedAt = cycle.ClosedAt,
            LatestRun = runs.Count == 0 ? null : RunItem.Of(runs[0]),
            Steps = [.. (await StepLine.Read(db, id, call.Today, cancel)).Select(step => new StepItem { Step = step.Step, DueOn = step.DueOn, DoneAt = step.DoneAt })],
            Runs = [.. runs.Select(RunItem.Of)],
            Issues = [.. (await IssueLine.Read(db, id, cancel)).Select(issue => new IssueItem { Number = issue.Number, Run = issue.RunNumber, At = issue.At, Reason = issue.Reason })],
        });
    }
}
