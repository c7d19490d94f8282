using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Keeping;

/// <summary>What somebody has to look after who runs a site: its backups, its disk, what went wrong.</summary>
internal sealed class SiteCare(AdminDb db, SiteOptions options, TimeProvider clock)
{
    public static readonly TimeSpan Stale = TimeSpan.FromHours(36);
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>All of it.</summary>
    public async Task<CareReport> Read(CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - Recent;
        var backups = StoredBackups.In(options.BackupFolder);
        return new CareReport(
            backups,
            await Concern(backups, cancel),
            Size(options.DatabaseFile) + Size(options.DatabaseFile + "-wal"),
            Readiness.FreeOn(options.DataFolder),
            DatabaseFile.KnownMigrations[^1],
            await db.Jobs.CountAsync(job => job.State == JobState.Failed && job.EndedAt >= since, cancel),
            OwnFiles.IsOpenToOthers(options.DataFolder));
    }

    /// <summary>What is wrong with the backups that the site makes by night; null where nothing is, or where it makes none.</summary>
    public Task<BackupConcern?> Concern(CancellationToken cancel) =>
        options.Backups.Hour is null ? Task.FromResult<BackupConcern?>(null) : Concern(StoredBackups.In(options.BackupFolder), cancel);

    private async Task<BackupConcern?> Concern(IReadOnlyList<StoredBackup> backups, CancellationToken cancel)
    {
        if (options.Backups.Hour is null)
            return null;
        var last = await db.Jobs.AsNoTracking().Where(job => job.Kind == BackupJob.Kind && job.EndedAt != null).OrderByDescending(job => job.Id).FirstOrDefaultAsync(cancel);
        if (last is { State: JobState.Failed })
            return new BackupConcern("failed", last.Id);
        return backups.Count == 0 || clock.GetUtcNow() - backups[0].Manifest.MadeAt > Stale ? new BackupConcern("stale", null) : null;
    }

    private static long Size(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}

/// <param name="Backups">Newest first.</param>
/// <param name="DatabaseBytes">With what is not yet taken into the file.</param>
/// <param name="FreeBytes">On the disk of the data; null where nobody can tell.</param>
/// <param name="FailedJobs">In the last seven days.</param>
/// <param name="IsOpenToOthers">Whether other accounts of the machine get into the folder of the data.</param>
internal sealed record CareReport(
    IReadOnlyList<StoredBackup> Backups, BackupConcern? Concern, long DatabaseBytes, long? FreeBytes, string Migration, int FailedJobs, bool IsOpenToOthers)
{
    public StoredBackup? Newest => Backups.Count > 0 ? Backups[0] : null;
}

/// <param name="Kind">failed or stale.</param>
/// <param name="Job">The job that failed.</param>
internal sealed record BackupConcern(string Kind, int? Job);
