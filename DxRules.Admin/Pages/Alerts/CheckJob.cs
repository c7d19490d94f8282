using DxRules.Admin.Cycles;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>The check of a cycle as a job.</summary>
internal static class CheckJob
{
    public static JobRequest Of(int plan, int cycle, DateOnly asOf) => new("check", plan, cycle, async (parts, progress, cancel) =>
    {
        progress.Begin(Texts.InBoth(texts => texts["job.check.doing", texts.Date(asOf)]));
        return await parts.GetRequiredService<CycleCheck>().Run(cycle, asOf, cancel) is { } run
            ? JobEnd.Done(Texts.InBoth(texts => texts["job.check.done", run.Number]), $"/cycles/{cycle}/alerts") with
            {
                // Whether anything changed for one who sees secrets is not for those to read who do not.
                Answer = Texts.InBoth(texts => Sentence(run, texts)),
            }
            : JobEnd.Refused(Texts.InBoth(texts => texts["job.check.closed"]));
    });

    private static string Sentence(CheckedCycle run, Texts texts) => run switch
    {
        { Before: null } => texts["check.first", run.Number],
        { FoundTheSame: true } => texts["check.same", run.Number, ShortHash.Of(run.ReportHash)],
        _ => texts["check.different", run.Number, ShortHash.Of(run.ReportHash), ShortHash.Of(run.Before!)],
    };
}
