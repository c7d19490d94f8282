using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Pages.Imports;

/// <summary>The steps of an import as jobs: a large file takes seconds, and each of them can be stopped without leaving anything half done.</summary>
internal static class ImportJobs
{
    /// <summary>Reads a file and, where it is our own workbook, compares it with the plan right away.</summary>
    public static JobRequest Bring(SentFile sent) => new("import", sent.Plan, null, async (parts, progress, cancel) =>
    {
        progress.Begin(Texts.InBoth(texts => texts["import.job.reading"]));
        var brought = await parts.GetRequiredService<ImportBringing>().Bring(sent, cancel);
        if (brought.Import is not { } import)
            return JobEnd.Refused(Texts.InBoth(texts => string.Join(" ", brought.Problems.OrderBy(problem => problem.At is not null).Select(problem => Sentence(problem.Problem, texts)).Distinct(StringComparer.Ordinal).Prepend(texts["import.unreadable"]))));
        if (!import.IsOwn)
            return JobEnd.Done(Texts.InBoth(texts => texts["import.job.read"]), ImportAddress.Setting(import.Id, import.Mapping));
        return await Compare(parts, progress, import.Id, cancel);
    });

    /// <summary>Compares a file with the plan.</summary>
    public static JobRequest Check(ImportRow import) => new("importCheck", import.PlanId, null, (parts, progress, cancel) => Compare(parts, progress, import.Id, cancel));

    /// <summary>Takes a file over.</summary>
    public static JobRequest Take(ImportRow import, int revision) => new("importTake", import.PlanId, null, async (parts, progress, cancel) =>
    {
        progress.Begin(Texts.InBoth(texts => texts["import.job.taking"]));
        var taken = await parts.GetRequiredService<ImportTaking>().Take(import.Id, revision, cancel);
        return taken.Version is { } version
            ? JobEnd.Done(Texts.InBoth(texts => texts["import.taken", version]), ImportAddress.Of(import.Id))
            : JobEnd.Refused(Texts.InBoth(texts => texts["import.notTaken"])) with
            {
                // What stands in the plan is not for everybody to read who may see the job.
                Answer = Texts.InBoth(texts => WhyNot(taken, texts)),
            };
    });

    private static async Task<JobEnd> Compare(IServiceProvider parts, JobProgress progress, int import, CancellationToken cancel)
    {
        var comparing = Texts.InBoth(texts => texts["import.job.comparing"]);
        progress.Begin(comparing);
        var isDone = await parts.GetRequiredService<ImportChecking>().Check(import, (done, total) =>
        {
            if (done == 0)
                progress.Begin(comparing, total);
            progress.Reach(done);
        }, cancel);
        return isDone ? JobEnd.Done(Texts.InBoth(texts => texts["import.job.compared"]), ImportAddress.Of(import)) : JobEnd.Refused(Texts.InBoth(texts => texts["import.stale"]));
    }

    private static string WhyNot(TakenImport taken, Texts texts) => taken switch
    {
        { IsStale: true } => texts["import.stale"],
        { Conflicts: > 0 and var count } => texts["import.conflicts", count],
        { Errors.Count: > 0 } => string.Join(" ", taken.Errors.Take(3).Select(error => Sentence(error, texts)).Prepend(texts["import.notTaken"])),
        _ => texts["import.refused"],
    };

    private static string Sentence(Diagnostic problem, Texts texts) =>
        problem.Hint is { } hint ? $"{problem.Message.In(texts.Language)} {hint.In(texts.Language)}" : problem.Message.In(texts.Language);
}
