using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Api.Operations;

/// <summary>Plans and their documents.</summary>
internal static class PlanOperations
{
    public static readonly ApiParameter Plan = ApiParameter.InPath("plan", ParameterKind.Number, new("計画の番号", "The number of the plan"), "2");

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("listPlans", HttpMethods.Get, "/plans", ApiScopes.ReadPlans, new("計画の一覧", "List plans"), new(
            "このトークンで見える計画を、番号の順に返します。所管課のトークンには、その課の団体の計画だけを返します。",
            "Gives the plans that this token sees, by number. A department's token sees those of its municipality."))
        {
            Parameters =
            [
                ApiParameter.InQuery("asOf", ParameterKind.Date, new("計画期間にこの日を含む計画だけ", "Only plans whose period holds this day"), "2025-05-31"),
                ApiParameter.Limit, ApiParameter.After,
            ],
            Answer = ApiContent.Of(new ListPage<PlanItem> { Total = 1, Next = null, Items = [ApiExamples.Plan] }),
            Do = List,
        },
        new("getPlan", HttpMethods.Get, "/plans/{plan}", ApiScopes.ReadPlans, new("計画", "Get a plan"), new("計画の見出しと、点検のサイクルを返します。", "Gives what the plan is and its review cycles."))
        {
            Parameters = [Plan],
            Answer = ApiContent.Of(ApiExamples.Plan),
            Do = Get,
        },
        new("getPlanDocument", HttpMethods.Get, "/plans/{plan}/document", ApiScopes.ReadPlans, new("計画の文書", "Get a plan document"), new(
            "計画の文書（dxplan/1）を返します。セキュリティを見られない役割のトークンには、security とそれについての行を含めません。所管課のトークンには、その課が受け持つものと、それを含む施策の見出しだけを返します。",
            "Gives the plan document (dxplan/1). A token whose role does not see security gets it without security and without rows about it; a department's token gets what the department answers for, and of the policies that hold it the headings."))
        {
            Parameters =
            [
                Plan,
                ApiParameter.InQuery("version", ParameterKind.Number, new("版の番号。書かなければ最新の版", "The number of a version; the newest where it is left out"), "1"),
                ApiParameter.InQuery("asOf", ParameterKind.Date, new("この日の時点の姿で返す（後の日付の事実を除く）", "As it stood on this day, without what is dated later"), "2025-05-31"),
            ],
            Answer = new ApiContent("PlanDocument", () => PlanWriter.Write(ApiExamples.Document)),
            Do = Document,
        },
    ];

    private static async Task<ApiAnswer> List(ApiCall call, CancellationToken cancel)
    {
        var ids = await call.Get<AdminDb>().Plans.OrderBy(plan => plan.Id).Select(plan => plan.Id).ToListAsync(cancel);
        var plans = (await Read(call, ids, cancel)).Where(plan => call.Date("asOf") is not { } day || (!(plan.Start > day) && !(plan.End < day)));
        return ApiAnswer.Of(ListPage<PlanItem>.Of([.. plans], plan => plan.Id, call));
    }

    private static async Task<ApiAnswer> Get(ApiCall call, CancellationToken cancel) =>
        (await Read(call, [call.Number(Plan.Name)], cancel)).FirstOrDefault() is { } plan ? ApiAnswer.Of(plan) : ApiAnswer.NotFound;

    private static async Task<ApiAnswer> Document(ApiCall call, CancellationToken cancel)
    {
        var (documents, plan) = (call.Get<PlanDocuments>(), call.Number(Plan.Name));
        var seen = call.NumberOrNull("version") is { } number ? await documents.Version(plan, number, cancel) : await documents.Newest(plan, cancel);
        if (seen is null)
            return ApiAnswer.NotFound;
        var part = PlanPart.Of(seen.Document, call.Viewer);
        return ApiAnswer.OfBytes(PlanWriter.Write(call.Date("asOf") is { } day ? part.AsOf(day).Document : part));
    }

    private static async Task<IReadOnlyList<PlanItem>> Read(ApiCall call, List<int> ids, CancellationToken cancel)
    {
        var cycles = (await call.Get<AdminDb>().Cycles.AsNoTracking().Where(cycle => ids.Contains(cycle.PlanId)).OrderByDescending(cycle => cycle.FiscalYear)
            .Select(cycle => new { cycle.PlanId, Cycle = new PlanCycle { Id = cycle.Id, FiscalYear = cycle.FiscalYear, IsOpen = cycle.ClosedAt == null } }).ToListAsync(cancel))
            .ToLookup(cycle => cycle.PlanId, cycle => cycle.Cycle);
        var plans = new List<PlanItem>();
        foreach (var id in ids)
        {
            if (await call.Get<PlanDocuments>().Newest(id, cancel) is { } seen)
                plans.Add(Item(id, seen, [.. cycles[id]]));
        }
        return plans;
    }

    private static PlanItem Item(int id, SeenVersion seen, IReadOnlyList<PlanCycle> cycles)
    {
        var plan = seen.Document.Plan;
        return new PlanItem
        {
            Id = id, Municipality = seen.Document.Municipality.Code, MunicipalityName = seen.Document.Municipality.Name, PlanId = plan.Id, Title = plan.Title, Status = plan.Status,
            Start = plan.Period?.Start?.Day, End = plan.Period?.End?.Day, Version = seen.Head.Number, VersionAt = seen.Head.At, Cycles = cycles,
        };
    }
}
