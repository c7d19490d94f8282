using System.Collections.Concurrent;
using System.Security.Claims;
using System.Threading.Channels;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Jobs;

/// <summary>
/// Does the jobs, those of one plan one after the other. A job lives as long as the process: what waited or ran when the site stopped is marked as
/// interrupted when it starts again.
/// </summary>
internal sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private readonly Channel<RunningJob> asked = Channel.CreateUnbounded<RunningJob>();
    private readonly ConcurrentDictionary<int, RunningJob> running = [];
    private readonly ConcurrentDictionary<int, SemaphoreSlim> plans = [];
    private readonly CancellationTokenSource stopping = new();

    /// <summary>How far a job is; null where it is not under way.</summary>
    public RunningJob? Find(int job) => running.GetValueOrDefault(job);

    /// <summary>Takes over a job whose row is stored.</summary>
    public RunningJob Add(int id, JobRequest request, ClaimsPrincipal? person)
    {
        var job = running[id] = new RunningJob(id, request, person, stopping.Token);
        asked.Writer.TryWrite(job);
        return job;
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Store(async db =>
        {
            foreach (var left in await db.Jobs.Where(row => row.State == JobState.Waiting || row.State == JobState.Running).ToListAsync(cancellationToken))
                (left.State, left.EndedAt) = (JobState.Interrupted, clock.GetUtcNow());
        });
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        asked.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        stopping.Cancel();
        asked.Writer.TryComplete();
        base.Dispose();
    }

    // Read by a loop of its own, so that nothing of the request that asked (its culture, its person) flows into the work.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var all = new List<Task>();
        await foreach (var job in asked.Reader.ReadAllAsync(CancellationToken.None))
        {
            all.RemoveAll(task => task.IsCompleted);
            all.Add(Task.Run(() => InTurn(job), CancellationToken.None));
        }
        await Task.WhenAll(all);
    }

    private async Task InTurn(RunningJob job)
    {
        JobEnd? end = null;
        var turn = job.Request.Plan is { } plan ? plans.GetOrAdd(plan, _ => new SemaphoreSlim(1)) : null;
        try
        {
            if (turn is not null)
                await turn.WaitAsync(job.Cancel);
            try
            {
                end = await Do(job);
            }
            finally
            {
                turn?.Release();
            }
            await Finish(job, end.IsDone ? JobState.Succeeded : JobState.Failed, end);
        }
        catch (OperationCanceledException) when (job.Cancel.IsCancellationRequested)
        {
            await Finish(job, stopping.IsCancellationRequested ? JobState.Interrupted : JobState.Cancelled, null);
        }
        catch (ProfileMisfit misfit)
        {
            log.LogWarning("Job {Job} ({Kind}): a profile does not fit the rules: {Errors}", job.Id, job.Request.Kind, misfit.Message);
            end = JobEnd.Refused(misfit.Told);
            await Finish(job, JobState.Failed, end);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Job {Job} ({Kind}) failed.", job.Id, job.Request.Kind);
            end = JobEnd.Refused(Texts.InBoth(texts => texts["job.failed"]));
            await Finish(job, JobState.Failed, end);
        }
        finally
        {
            running.TryRemove(job.Id, out _);
            job.End(end);
        }
    }

    private async Task<JobEnd> Do(RunningJob job)
    {
        job.Cancel.ThrowIfCancellationRequested();
        await Store(async db =>
        {
            var row = await db.Jobs.SingleAsync(row => row.Id == job.Id);
            (row.State, row.StartedAt) = (JobState.Running, clock.GetUtcNow());
        });
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingPerson>().Person = job.Person;
        return await job.Request.Work(scope.ServiceProvider, job.Progress, job.Cancel);
    }

    private Task Finish(RunningJob job, JobState state, JobEnd? end) => Store(async db =>
    {
        var (row, step) = (await db.Jobs.SingleAsync(row => row.Id == job.Id), job.Progress.Now);
        (row.State, row.EndedAt, row.Done, row.Total) = (state, clock.GetUtcNow(), step.Done, step.Total);
        (row.Message, row.Result) = (end?.Message ?? step.Doing, end?.Result);
    });

    private async Task Store(Func<AdminDb, Task> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = new AdminDb(scope.ServiceProvider.GetRequiredService<DbContextOptions<AdminDb>>(), Viewer.System);
        await change(db);
        await db.SaveChangesAsync();
    }
}
