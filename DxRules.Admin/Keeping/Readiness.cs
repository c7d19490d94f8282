using DxRules.Admin.Hosting;
using DxRules.Admin.Tuning;

namespace DxRules.Admin.Keeping;

/// <summary>Whether the site can do its work: the database answers and has the right schema, the rules are there, the disk has room.</summary>
internal sealed class Readiness(SiteOptions options, TimeProvider clock, ILogger<Readiness> log)
{
    /// <summary>Below this the site says that it is not ready, long before writing fails.</summary>
    public const long LeastFree = 100L * 1024 * 1024;

    // Whoever asks all the time gets the same answer for a while.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private (DateTimeOffset At, bool IsReady)? last;

    public bool IsReady()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (last is { } known && now - known.At < Kept && now >= known.At)
                return known.IsReady;
            var trouble = Trouble();
            if (trouble is not null)
                log.LogWarning("The site is not ready: {Trouble}", trouble);
            last = (now, trouble is null);
            return trouble is null;
        }
    }

    /// <summary>Bytes free on the disk of a folder; null where nobody can tell.</summary>
    public static long? FreeOn(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private string? Trouble()
    {
        try
        {
            if (!DatabaseFile.IsCurrent(options.DatabaseFile))
                return "the database has another schema";
            if (FreeOn(options.DataFolder) is < LeastFree)
                return "the disk is almost full";
            return CompiledProfiles.Check(null).Rules.Count > 0 ? null : "there are no rules";
        }
        catch (Exception failure)
        {
            // Whatever it is, the site is not ready.
            return failure.GetBaseException().Message;
        }
    }
}
