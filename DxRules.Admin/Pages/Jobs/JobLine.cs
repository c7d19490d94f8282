using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Jobs;

/// <summary>A job as a page shows it, with how far it is now.</summary>
/// <param name="Plan">The plan's title; null where it is about none.</param>
/// <param name="By">Who asked for it; null where nobody signed in did.</param>
internal sealed record JobLine(JobRow Row, JobStep Step, string? Plan, string? By)
{
    public bool IsUnderWay => Row.State is JobState.Waiting or JobState.Running;

    /// <summary>Jobs, newest first, as far as the viewer may see them.</summary>
    public static async Task<IReadOnlyList<JobLine>> Read(AdminDb db, JobRunner runner, Func<IQueryable<JobRow>, IQueryable<JobRow>> which, CancellationToken cancel)
    {
        var rows = await which(db.Jobs.AsNoTracking()).OrderByDescending(row => row.Id)
            .Select(row => new { Row = row, By = row.RequestedBy!.DisplayName, Plan = row.Plan!.Versions.OrderByDescending(version => version.Number).Select(version => version.Title).FirstOrDefault() })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new JobLine(row.Row, StepOf(row.Row, runner), row.Plan, row.By))];
    }

    private static JobStep StepOf(JobRow row, JobRunner runner) => runner.Find(row.Id)?.Progress.Now ?? new JobStep(row.Done, row.Total, row.Message);

    /// <summary>The colour that repeats what the word of the state says.</summary>
    public string Tone => Row.State switch
    {
        JobState.Succeeded => "green",
        JobState.Failed => "red",
        JobState.Running => "blue",
        JobState.Interrupted or JobState.Cancelled => "orange",
        _ => "gray",
    };
}
