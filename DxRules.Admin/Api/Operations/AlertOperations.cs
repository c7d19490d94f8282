using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Plans;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Api.Operations;

/// <summary>What checks found.</summary>
internal static class AlertOperations
{
    private static readonly ApiParameter Key =
        ApiParameter.InPath("key", ParameterKind.Text, new("指摘のキー。中の / はそのままでも %2F でもよい", "The key of the alert; a / in it may stand as it is or as %2F"), "SCH-02/p1-i1-m1");

    private static readonly ApiParameter[] Filters =
    [
        Words("outcome", new("何を返すか", "What to give"), Enum.GetValues<Outcome>().Select(ApiJson.WordOf)) with { IsMany = true, Usual = "alert" },
        Words("severity", new("この重大度の指摘だけ", "Only alerts of this severity"), Enum.GetValues<Severity>().Select(SeverityWords.English)) with { IsMany = true, Example = "critical" },
        Words("state", new("前の年度と比べてこの状態のものだけ。前の年度にあって今はない指摘は outcome=gone", "Only what stands so against the cycle before; what is no alert any more has outcome=gone"), Enum.GetValues<AlertState>().Select(ApiJson.WordOf)) with { IsMany = true, Example = "new" },
        ApiParameter.InQuery("rule", ParameterKind.Text, new("この規則のものだけ", "Only what this rule found"), "SCH-02"),
        ApiParameter.InQuery("category", ParameterKind.Text, new("この分類の規則のものだけ", "Only what rules of this category found"), "schedule"),
        ApiParameter.InQuery("department", ParameterKind.Text, new("この課（計画の文書の中のID）が受け持つものだけ", "Only what this department, by its id in the plan document, answers for"), "d-shimin"),
        Words("answer", new("回答の進みがこれにあたる指摘だけ", "Only alerts with which people have come so far"), WorkStateWords.Filters) with { Example = "unanswered" },
        ApiParameter.Limit, ApiParameter.After,
    ];

    private static readonly LocalizedText Order = new(
        "重いものから、報告書の順に返します。続きは next のアドレスで求めます。途中で新しい点検ができても、同じ点検の続きを返します。",
        "Gives the gravest first, in the order of the report. Ask for the address in next to go on: it stays with the same check, even if a newer one is made meanwhile.");

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("listAlerts", HttpMethods.Get, "/cycles/{cycle}/alerts", ApiScopes.ReadAlerts, new("サイクルの指摘の一覧", "List the alerts of a cycle"), Order)
        {
            Parameters = [CycleOperations.Cycle, CycleOperations.Run, CycleOperations.AsOf, .. Filters],
            Answer = ApiContent.Of(ApiExamples.Alerts),
            Do = (call, cancel) => List(call, call.Number("cycle"), cancel),
        },
        new("listPlanAlerts", HttpMethods.Get, "/plans/{plan}/alerts", ApiScopes.ReadAlerts, new("計画の指摘の一覧", "List the alerts of a plan"), Order)
        {
            Parameters =
            [
                PlanOperations.Plan,
                ApiParameter.InQuery("cycle", ParameterKind.Number, new("サイクルの番号。書かなければ、進めている途中のもの、なければ最新のもの", "The number of a cycle; where it is left out the open one, else the latest"), "5"),
                CycleOperations.Run, CycleOperations.AsOf, .. Filters,
            ],
            Answer = ApiContent.Of(ApiExamples.Alerts),
            Do = ListOfPlan,
        },
        new("getAlert", HttpMethods.Get, "/cycles/{cycle}/alerts/{key}", ApiScopes.ReadAlerts, new("指摘", "Get an alert"), new(
            "根拠、回答、これまでの点検とともに返します。", "Gives it with its evidence, what was answered, and the checks so far."))
        {
            Parameters = [CycleOperations.Cycle, Key, CycleOperations.Run],
            Answer = ApiContent.Of(ApiExamples.AlertDetail),
            Do = Get,
        },
    ];

    private static ApiParameter Words(string name, LocalizedText meaning, IEnumerable<string> words) => ApiParameter.InQuery(name, ParameterKind.Word, meaning) with { Words = [.. words] };

    private static async Task<ApiAnswer> ListOfPlan(ApiCall call, CancellationToken cancel)
    {
        var (db, plan) = (call.Get<AdminDb>(), call.Number("plan"));
        if (!await db.Plans.AnyAsync(row => row.Id == plan, cancel))
            return ApiAnswer.NotFound;
        if (call.NumberOrNull("cycle") is { } asked)
            return await db.Cycles.AnyAsync(cycle => cycle.Id == asked && cycle.PlanId == plan, cancel) ? await List(call, asked, cancel) : ApiAnswer.NotFound;
        return await CheckNow.Read(db, plan, cancel) is { } now
            ? await List(call, now.Cycle, cancel)
            : ApiAnswer.Of(new AlertsPage { Plan = plan, Cycle = null, FiscalYear = null, Run = null, Total = 0, Next = null, Items = [] });
    }

    private static async Task<ApiAnswer> List(ApiCall call, int cycle, CancellationToken cancel)
    {
        var db = call.Get<AdminDb>();
        if (await CycleHead.Read(db, cycle, cancel) is not { } head)
            return ApiAnswer.NotFound;
        var runs = await RunHead.Of(db, cycle, cancel);
        if (ChosenRun.Of(runs, call) is not { } run)
            return ChosenRun.IsAsked(call) ? ApiAnswer.NotFound : ApiAnswer.Of(Page(head, null, 0, null, []));
        var standings = await AnswerStandings.Read(db, head.Plan, head.FiscalYear, cancel);
        var wanted = Narrow(db.Observations.AsNoTracking().Where(row => row.RunId == run.Id), call, head.Code);
        var rows = await wanted.OrderBy(row => row.Position).Select(row => new { row.Id, row.Position, row.Key, row.Outcome }).ToListAsync(cancel);
        if (call.Text("answer") is { } answer)
            rows = [.. rows.Where(row => row.Outcome == Outcome.Alert && standings.Of(row.Key).IsCoveredBy(answer, call.Today))];

        var from = await Place(db, run.Id, call.After, cancel);
        var rest = rows.Where(row => row.Position >= from).ToList();
        var ids = rest.Take(call.Limit).Select(row => row.Id).ToList();
        var lines = await AlertLines.Read(db, run.Id, db.Observations.Where(row => ids.Contains(row.Id)), cancel);
        var next = rest.Count > ids.Count ? call.Next(await Cursor(db, run.Id, rest[ids.Count].Position, cancel)) : null;
        return ApiAnswer.Of(Page(head, run, rows.Count, next, [.. lines.Select(line => AlertItem.Of(line, line.Outcome == Outcome.Alert ? standings.Of(line.Key) : null))]));
    }

    // A place in the report would tell how much of it one does not see, so places are counted among what one does.
    private static async Task<ApiCursor> Cursor(AdminDb db, int run, int position, CancellationToken cancel) =>
        new(run, await db.Observations.CountAsync(row => row.RunId == run && row.Position < position, cancel));

    private static async Task<int> Place(AdminDb db, int run, ApiCursor? after, CancellationToken cancel) => after is null ? 0
        : await db.Observations.Where(row => row.RunId == run).OrderBy(row => row.Position).Skip(after.Last).Select(row => (int?)row.Position).FirstOrDefaultAsync(cancel) ?? int.MaxValue;

    private static AlertsPage Page(CycleHead cycle, RunHead? run, int total, string? next, IReadOnlyList<AlertItem> items) => new()
    {
        Plan = cycle.Plan, Cycle = cycle.Id, FiscalYear = cycle.FiscalYear, Run = run is null ? null : RunItem.Of(run), Total = total, Next = next, Items = items,
    };

    private static IQueryable<ObservationRow> Narrow(IQueryable<ObservationRow> rows, ApiCall call, string municipality)
    {
        var outcomes = Enum.GetValues<Outcome>().Where(outcome => call.Texts("outcome") is { Count: > 0 } asked ? asked.Contains(ApiJson.WordOf(outcome)) : outcome == Outcome.Alert).ToList();
        rows = rows.Where(row => outcomes.Contains(row.Outcome));
        if (call.Texts("severity") is { Count: > 0 } words)
        {
            var severities = words.Select(word => SeverityWords.Find(word)!.Value).ToList();
            rows = rows.Where(row => row.Severity != null && severities.Contains(row.Severity.Value));
        }
        if (call.Texts("state") is { Count: > 0 } names)
        {
            var states = Enum.GetValues<AlertState>().Where(state => names.Contains(ApiJson.WordOf(state))).ToList();
            rows = rows.Where(row => row.State != null && states.Contains(row.State.Value));
        }
        if (call.Text("rule") is { } rule)
            rows = rows.Where(row => row.Rule!.RuleId == rule);
        if (call.Text("category") is { } category)
            rows = rows.Where(row => row.Category == category);
        if (call.Text("department") is { } department)
        {
            var key = $"{municipality}/{department}";
            rows = rows.Where(row => row.Departments.Any(answering => answering.Department == key));
        }
        return rows;
    }

    private static async Task<ApiAnswer> Get(ApiCall call, CancellationToken cancel)
    {
        var (db, documents) = (call.Get<AdminDb>(), call.Get<PlanDocuments>());
        if (await AlertPage.Read(db, documents, call.Number("cycle"), call.Text("key")!, call.NumberOrNull("run"), cancel) is not { } page)
            return ApiAnswer.NotFound;
        var standing = page.Line.Outcome == Outcome.Alert ? (await AnswerStandings.Read(db, page.Cycle.Plan, page.Cycle.FiscalYear, cancel)).Of(page.Line.Key) : null;
        return ApiAnswer.Of(Detail(page, AlertItem.Of(page.Line, standing), await Answers(db, page, cancel)));
    }

    private static async Task<IReadOnlyList<AnswerItem>> Answers(AdminDb db, AlertPage page, CancellationToken cancel)
    {
        var keys = (await RenumberedIds.Of(db, page.Cycle.Plan, cancel)).KeysOf(page.Line.Key);
        return await db.Answers.AsNoTracking().Where(row => row.Alert!.PlanId == page.Cycle.Plan && keys.Contains(row.Alert.Key)).OrderByDescending(row => row.Cycle!.FiscalYear)
            .Select(row => new AnswerItem
            {
                FiscalYear = row.Cycle!.FiscalYear, State = row.State, Decision = row.Decision, Cause = row.Cause, Text = row.Text, Owner = row.Owner, DueOn = row.DueOn,
                AcceptedUntil = row.AcceptedUntil, ReportedDoneAt = row.ReportedDoneAt,
            }).ToListAsync(cancel);
    }

    private static AlertDetail Detail(AlertPage page, AlertItem item, IReadOnlyList<AnswerItem> answers) => new()
    {
        Key = item.Key, Outcome = item.Outcome, Severity = item.Severity, State = item.State, Nth = item.Nth, PreviousSeverity = item.PreviousSeverity, Rule = item.Rule, Title = item.Title,
        Category = item.Category, Subject = item.Subject, Policy = item.Policy, Departments = item.Departments, Message = item.Message, Missing = item.Missing, FoldedUnder = item.FoldedUnder, Answer = item.Answer,
        Cycle = page.Cycle.Id, Run = page.Run.Number,
        Evidence = [.. page.Detail.Evidence.Select(value => new EvidenceItem { Name = value.Name, Text = value.Text, Unit = value.Unit, Formula = value.Formula })],
        Unknown = page.Detail.Unknown, Clears = page.Detail.Clears, Source = page.Detail.Source, Answers = answers,
        History = [.. page.History.Select(entry => new HistoryItem
        {
            Cycle = entry.Cycle, FiscalYear = entry.FiscalYear, Run = entry.Number, AsOf = entry.AsOf, Severity = entry.SeverityWord, State = entry.Life.State,
        })],
    };
}
