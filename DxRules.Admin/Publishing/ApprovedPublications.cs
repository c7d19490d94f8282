using System.Text.Json;
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
        PublicationText.Read(row), number, Dates.InJapan(row.DecidedAt!.Value), row.Hash, number == 1 ? null : row.Note);
}

/// <summary>A publication as its row keeps it.</summary>
internal static class PublicationText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static byte[] Write(Publication publication) => JsonSerializer.SerializeToUtf8Bytes(publication, Options);

    public static Publication Read(PublicationRow row) => JsonSerializer.Deserialize<Publication>(Compressed.Unpack(row.Content), Options)!;
}
