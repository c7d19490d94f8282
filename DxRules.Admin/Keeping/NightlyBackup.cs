using DxRules.Admin.Hosting;
using DxRules.Admin.Jobs;

namespace DxRules.Admin.Keeping;

/// <summary>
/// Makes a backup each night, as a job. A night on which the site stood still is made up for at its next start, and what failed is tried again in an hour.
/// </summary>
internal sealed class NightlyBackup(IServiceScopeFactory scopes, SiteOptions options, TimeProvider clock, ILogger<NightlyBackup> log) : BackgroundService
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    // Looked at anew each time, so that a machine that slept, or whose clock was set, is not a day late.
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <summary>When the last one was due.</summary>
    public static DateTimeOffset LastDue(DateTimeOffset now, int hour)
    {
        var today = new DateTimeOffset(now.ToOffset(Japan).Date, Japan).AddHours(hour);
        return today <= now ? today : today.AddDays(-1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var due = LastDue(now, options.Backups.Hour!.Value);
            if (!StoredBackups.In(options.BackupFolder).Any(backup => backup.Manifest.MadeAt >= due))
                await Make(stoppingToken);
            var wait = due.AddDays(1) - clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero && wait < Between ? wait : Between, clock, stoppingToken);
        }
    }

    private async Task Make(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var job = await scope.ServiceProvider.GetRequiredService<JobDesk>().Start(BackupJob.Nightly, cancel);
            if (await job.Ended.WaitAsync(cancel) is { IsDone: false } end)
                log.LogError("The nightly backup failed: {Reason}", end.Message.En);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The nightly backup could not be started.");
        }
    }
}
