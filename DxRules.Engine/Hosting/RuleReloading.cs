using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DxRules.Hosting;

/// <summary>
/// Loads the rules when the host starts, and then takes up changes of their files: at once where the file system tells of them, and by looking now and
/// then where it does not.
/// </summary>
internal sealed class RuleReloading(PlanCheckProvider provider, IOptions<DxRulesOptions> settings, TimeProvider clock, ILogger<RuleReloading> log) : IHostedService, IDisposable
{
    private readonly DxRulesOptions options = settings.Value;
    private readonly CancellationTokenSource stopping = new();
    private readonly List<FileSystemWatcher> watchers = [];
    private ITimer? delay;
    private ITimer? poll;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = provider.Current;
        if (!options.Reload || provider.Places.Count == 0)
            return Task.CompletedTask;
        delay = clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var place in provider.Places)
            Watch(place);
        if (options.PollInterval > TimeSpan.Zero)
            poll = clock.CreateTimer(_ => Look(), null, options.PollInterval, options.PollInterval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        stopping.Cancel();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        stopping.Cancel();
        poll?.Dispose();
        watchers.ForEach(watcher => watcher.Dispose());
        delay?.Dispose();
    }

    // Where a change cannot be heard of, the files are still looked at now and then.
    private void Watch(string place)
    {
        try
        {
            var isFolder = Directory.Exists(place);
            var watcher = isFolder
                ? new FileSystemWatcher(place, "*.yaml") { IncludeSubdirectories = true }
                : new FileSystemWatcher(Path.GetDirectoryName(place)!, Path.GetFileName(place));
            watchers.Add(watcher);
            watcher.Changed += (_, _) => Heard();
            watcher.Created += (_, _) => Heard();
            watcher.Deleted += (_, _) => Heard();
            watcher.Renamed += (_, _) => Heard();
            watcher.Error += (_, _) => Heard();
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            log.NotWatched(error, place, options.PollInterval);
        }
    }

    private void Heard()
    {
        if (!stopping.IsCancellationRequested)
            delay?.Change(options.ReloadDelay, Timeout.InfiniteTimeSpan);
    }

    private async void Look()
    {
        try
        {
            await provider.ReloadAsync(onlyIfChanged: true, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host ends.
        }
        catch (ObjectDisposedException) when (stopping.IsCancellationRequested)
        {
            // The host has ended.
        }
        catch (Exception error)
        {
            log.LookFailed(error);
        }
    }
}
