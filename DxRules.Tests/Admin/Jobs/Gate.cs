using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Jobs;

namespace DxRules.Tests.Admin.Jobs;

/// <summary>Work that goes on only when the test lets it.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When the work has begun.</summary>
    public Task Reached => reached.Task;

    public void Open() => opened.SetResult();

    /// <summary>A job that waits here and then gives its result.</summary>
    public JobRequest Job(int? plan = 1) => new("check", plan, null, async (_, progress, cancel) =>
    {
        progress.Begin(new Bilingual("行を読んでいます", "reading rows"), 3000);
        progress.Reach(1240);
        reached.TrySetResult();
        await opened.Task.WaitAsync(cancel);
        return JobEnd.Done(new Bilingual("読み終えました。", "Read."), "/");
    });

    /// <summary>A check of a plan that waits here.</summary>
    public CheckPlan Check(CheckPlan check) => (plan, asOf, profile) =>
    {
        reached.TrySetResult();
        opened.Task.Wait();
        return check(plan, asOf, profile);
    };

    /// <summary>A clock on which every wait is over at once.</summary>
    public sealed class Impatient : StoppedClock
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
