using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Tuning;

/// <summary>Reads the profiles of cities.</summary>
internal sealed class CityProfiles(AdminDb db)
{
    /// <summary>The profile that counts, whoever asks: everybody's plan is checked by the same rules.</summary>
    public async Task<CityProfile> Newest(string municipality, CancellationToken cancel) =>
        await db.ProfileVersions.IgnoreQueryFilters().AsNoTracking().Where(row => row.Municipality == municipality).OrderByDescending(row => row.Number)
            .Select(row => new CityProfile(row.Number, row.Text.Length == 0 ? null : row.Text)).FirstOrDefaultAsync(cancel) ?? CityProfile.None;

    /// <summary>A version by its number, likewise; 0 is before the first. Null where there is none.</summary>
    public async Task<CityProfile?> Version(string municipality, int number, CancellationToken cancel) =>
        number == 0 ? CityProfile.None
        : await db.ProfileVersions.IgnoreQueryFilters().AsNoTracking().Where(row => row.Municipality == municipality && row.Number == number)
            .Select(row => new CityProfile(row.Number, row.Text.Length == 0 ? null : row.Text)).FirstOrDefaultAsync(cancel);

    /// <summary>All versions as the viewer may see them, the newest first, each with what it changed against the one before.</summary>
    public async Task<IReadOnlyList<ShownProfile>> All(string municipality, CancellationToken cancel)
    {
        var texts = await db.ProfileVersions.IgnoreQueryFilters().AsNoTracking().Where(row => row.Municipality == municipality)
            .ToDictionaryAsync(row => row.Number, row => row.Text, cancel);
        var seen = await db.ProfileVersions.AsNoTracking().Where(row => row.Municipality == municipality).OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.Reason, row.At, By = row.By!.DisplayName }).ToListAsync(cancel);
        string? TextOf(int number) => texts.GetValueOrDefault(number) is { Length: > 0 } text ? text : null;
        return [.. seen.Select(row => new ShownProfile(
            row.Number, row.Reason, row.At, row.By,
            [.. SettingChange.Between(ProfileReading.Apply(TextOf(row.Number - 1)), ProfileReading.Apply(TextOf(row.Number))).Where(change => change.IsSeenBy(db.Viewer))]))];
    }
}

/// <param name="Number">0 where the city has made none yet.</param>
/// <param name="Text">Null where the rules are as they are.</param>
internal sealed record CityProfile(int Number, string? Text)
{
    public static readonly CityProfile None = new(0, null);
}

/// <param name="By">Who made it; null where no person did.</param>
internal sealed record ShownProfile(int Number, string Reason, DateTimeOffset At, string? By, IReadOnlyList<SettingChange> Changes);
