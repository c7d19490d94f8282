using System.Security.Claims;

namespace DxRules.Admin.Jobs;

/// <summary>A job from when it is asked for until it has ended.</summary>
internal sealed class RunningJob(int id, JobRequest request, ClaimsPrincipal? person, CancellationToken stop)
{
    private readonly TaskCompletionSource<JobEnd?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource cancelled = CancellationTokenSource.CreateLinkedTokenSource(stop);

    public int Id => id;

    public JobRequest Request => request;

    public ClaimsPrincipal? Person => person;

    public JobProgress Progress { get; } = new();

    public CancellationToken Cancel => cancelled.Token;

    /// <summary>How it ended; null where it was cancelled, interrupted or failed.</summary>
    public Task<JobEnd?> Ended => ended.Task;

    public void AskToStop() => cancelled.Cancel();

    public void End(JobEnd? end) => ended.SetResult(end);

    /// <summary>How it ended, where that is within a time; else null.</summary>
    public async Task<JobEnd?> EndWithin(TimeSpan patience, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            return await ended.Task.WaitAsync(patience, clock, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
