using DxRules.Admin.Data;

namespace DxRules.Admin.Jobs;

/// <summary>Work that may take longer than a page may.</summary>
/// <param name="Kind">Its name is the text <c>job.{Kind}</c>.</param>
/// <param name="Plan">Jobs of one plan are done one after the other; null for work on no plan.</param>
/// <param name="Work">
/// What is done, with the parts of a scope of its own. There the viewer is the person who asked, so that nobody gets by a job what they may not see.
/// </param>
internal sealed record JobRequest(string Kind, int? Plan, int? Cycle, JobWork Work);

/// <summary>The work of a job. It stops soon when it is cancelled, and saves all or nothing.</summary>
internal delegate Task<JobEnd> JobWork(IServiceProvider parts, JobProgress progress, CancellationToken cancel);

/// <summary>How a job ended.</summary>
/// <param name="IsDone">False where it could not do what was asked, and says why.</param>
/// <param name="Result">Address of the page that shows what came of it; null where there is none.</param>
internal sealed record JobEnd(bool IsDone, Bilingual Message, string? Result)
{
    /// <summary>
    /// What is told to the person who asked, where they still wait: as much as they may see. <see cref="Message"/> is kept, and read by others too.
    /// </summary>
    public Bilingual? Answer { get; init; }

    public static JobEnd Done(Bilingual message, string? result) => new(true, message, result);

    public static JobEnd Refused(Bilingual why) => new(false, why, null);
}
