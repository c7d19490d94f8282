using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Keeping;

/// <summary>A backup as work of the site: by night, or because an administrator asked for it.</summary>
internal static class BackupJob
{
    public const string Kind = "backup";

    /// <summary>Asked for by a person.</summary>
    public static readonly JobRequest Now = new(Kind, null, null, (parts, progress, cancel) => Do(parts, progress, isNightly: false, cancel));

    public static readonly JobRequest Nightly = new(Kind, null, null, (parts, progress, cancel) => Do(parts, progress, isNightly: true, cancel));

    private static async Task<JobEnd> Do(IServiceProvider parts, JobProgress progress, bool isNightly, CancellationToken cancel)
    {
        var (options, now) = (parts.GetRequiredService<SiteOptions>(), parts.GetRequiredService<TimeProvider>().GetUtcNow());
        progress.Begin(Texts.InBoth(texts => texts["backup.doing"]));
        try
        {
            var name = Backup.NameAt(now, isNightly ? StoredBackups.Nightly : "dxrules");
            var made = Backup.Make(options.DatabaseFile, Free(Path.Combine(options.BackupFolder, name)), options.Demo, now, cancel);
            await Tell(made, parts, cancel);

            // What is from before somebody tampered with the log is not thrown away.
            if (!made.Manifest.Audit.Intact)
                return JobEnd.Refused(Texts.InBoth(texts => texts["backup.madeOfTampered"]));
            if (isNightly)
                StoredBackups.Thin(options.BackupFolder, options.Backups.Keep);
            return JobEnd.Done(Texts.InBoth(texts => texts["backup.made", Sizes.Of(made.Bytes)]), null);
        }
        catch (BackupRefused)
        {
            return JobEnd.Refused(Texts.InBoth(texts => texts["storage.damaged"]));
        }
        catch (Exception failure) when (SqliteTrouble.KindOf(failure) is { } kind)
        {
            return JobEnd.Refused(Texts.InBoth(texts => texts[$"storage.{kind}"]));
        }
    }

    private static async Task Tell(BackupMade made, IServiceProvider parts, CancellationToken cancel)
    {
        var db = parts.GetRequiredService<AdminDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await parts.GetRequiredService<AuditLog>().Add(AuditEntry.BackedUp(made), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    // Two may be asked for within a second.
    private static string Free(string file)
    {
        var free = file;
        for (var i = 2; Path.Exists(free) || Path.Exists(free + Backup.Unfinished); i++)
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file[..^Backup.Extension.Length]}-{i}{Backup.Extension}");
        return free;
    }
}
