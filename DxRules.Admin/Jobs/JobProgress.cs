using DxRules.Admin.Data;

namespace DxRules.Admin.Jobs;

/// <summary>
/// How far a job is. It is kept in memory, from where its page reads it, and stored when the job ends: a job dies with the process, and one that stored
/// its progress while it is in a transaction of its own would wait for itself.
/// </summary>
internal sealed class JobProgress
{
    private volatile JobStep now = new(0, null, null);

    public JobStep Now => now;

    /// <summary>Says what is done now, from the beginning of a step.</summary>
    /// <param name="total">Null where nobody knows how much there is to do.</param>
    public void Begin(Bilingual doing, int? total = null) => now = new JobStep(0, total, doing);

    /// <summary>Says how much of the step is done.</summary>
    public void Reach(int done) => now = now with { Done = done };
}

/// <param name="Doing">What is done now; null before the first step.</param>
internal sealed record JobStep(int Done, int? Total, Bilingual? Doing);
