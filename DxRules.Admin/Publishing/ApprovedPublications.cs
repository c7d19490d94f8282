using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Publishing;

/// <summary>A publication that somebody approved.</summary>
/// <param name="Number">Counted from 1 among the approved ones of the year.</param>
/// <param name="PublishedOn">The day of its approval.</param>
/// <param name="Hash">SHA-256 of its content as JSON.</param>
/// <param name="Reason">Why it takes the place of an earlier one; null for the first.</param>
internal sealed record ApprovedPublication(Publication Content, int Number, DateOnly PublishedOn, string Hash, string? Reason);

/// <summary>What the public sees: of each plan and year the newest that was approved.</summary>
internal static class ApprovedPublications
{
    /// <summary>Ordered by municipality, plan and fiscal year.</summary>
    public static async Task<IReadOnlyList<ApprovedPublication>> Read(AdminDb db, CancellationToken cancel = default)
    {
        // The public see no cycle, so nothing is asked of one.
        var rows = await db.Publications.AsNoTracking().Where(row => row.State == PublicationState.Approved)
            .OrderBy(row => row.Municipality).ThenBy(row => row.Plan).ThenBy(row => row.FiscalYear).ThenBy(row => row.Number).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.CycleId).Select(year => Of(year.Last(), year.Count()))];
    }

    /// <summary>Tells by one short query whether what was read before is still what there is.</summary>
    public static async Task<string> Standing(AdminDb db, CancellationToken cancel = default) => string.Join(
        ' ', await db.Publications.AsNoTracking().Where(row => row.State == PublicationState.Approved).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel));

    private static ApprovedPublication Of(PublicationRow row, int number) => new(
        KeptPublication.Of(row), number, Dates.InJapan(row.DecidedAt!.Value), row.Hash, number == 1 ? null : row.Note);
}

/// <summary>A publication as its row keeps it.</summary>
internal static class KeptPublication
{
    public static Publication Of(PublicationRow row) => PublicationJson.Read(Compressed.Unpack(row.Content)).Content
        ?? throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Publication {row.Number} of cycle {row.CycleId} cannot be read. The database was changed from outside."));
}
