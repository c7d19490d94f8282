using System.Text;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Api.Operations;

/// <summary>Reports of checks as <c>check --format json</c> writes them.</summary>
internal static class ReportOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("getReport", HttpMethods.Get, "/cycles/{cycle}/report", ApiScopes.ReadReports, new("点検の報告書", "Get the report of a check"), new(
            "dxrules check --format json と同じ形式（dxrules-report/1）で返します。すべてを見られる役割（セキュリティ担当）のトークンには、保存したとおりに返します。ほかの役割には、見えるものだけから作り直して返します。quiet と laterFactsIgnored は 0 になり、hash は見える計画の文書のハッシュです。",
            "Gives it as dxrules check --format json writes it (dxrules-report/1). A token of a role that sees everything, the security officer, gets it as it was kept; others get it made of what they see: quiet and laterFactsIgnored are 0, and hash is that of the plan document as they see it."))
        {
            Parameters = [CycleOperations.Cycle, CycleOperations.Run, CycleOperations.AsOf],
            Answer = new ApiContent("Report", () => Encoding.UTF8.GetBytes(ReportJson.Write(ApiExamples.Report))),
            Do = Get,
        },
    ];

    private static async Task<ApiAnswer> Get(ApiCall call, CancellationToken cancel)
    {
        var (db, cycle) = (call.Get<AdminDb>(), call.Number(CycleOperations.Cycle.Name));
        if (ChosenRun.Of(await RunHead.Of(db, cycle, cancel), call) is not { } run)
            return ApiAnswer.NotFound;
        var kept = Compressed.Unpack(await db.Runs.Where(row => row.Id == run.Id).Select(row => row.Report).SingleAsync(cancel));
        if (db.Viewer is { SeesSecrets: true, SeesAll: true })
            return ApiAnswer.OfBytes(kept);
        var (report, _) = ReportJson.Read(new SourceText("report", Encoding.UTF8.GetString(kept)));
        var plan = await db.Cycles.Where(row => row.Id == cycle).Select(row => row.PlanId).SingleAsync(cancel);
        var seen = (await call.Get<PlanDocuments>().Version(plan, run.PlanVersion, cancel))!;
        return ApiAnswer.OfBytes(Encoding.UTF8.GetBytes(ReportJson.Write((await Seen(call, db, run.Id, seen, cancel)).Of(report!))));
    }

    // The rows of the run say what of it may be seen; of what left no row, the document does: what only the whole document holds is hidden.
    private static async Task<SeenReport> Seen(ApiCall call, AdminDb db, int run, SeenVersion seen, CancellationToken cancel)
    {
        var observed = await db.Observations.Where(row => row.RunId == run).Select(row => row.Key).ToListAsync(cancel);
        var (whole, open) = (new SubjectIndex(await call.Get<PlanDocuments>().Whole(seen.Head.Id, cancel)), new SubjectIndex(seen.Document));
        var reach = new SubjectReach(seen.Document, db.Viewer, seen.Head.Municipality);
        return new SeenReport(
            db.Viewer.SeesSecrets, id => (open.Of(id) is not null || whole.Of(id) is null) && reach.Holds(id), PlanWriter.Hash(PlanPart.Of(seen.Document, db.Viewer)),
            observed.ToHashSet(StringComparer.Ordinal));
    }
}
