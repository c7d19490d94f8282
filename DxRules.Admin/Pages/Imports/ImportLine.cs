using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Peers;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Imports;

/// <summary>An import as a list shows it.</summary>
/// <param name="By">Null where nobody signed in brought it.</param>
internal sealed record ImportLine(int Id, string FileName, int Size, ImportState State, bool IsOwn, string? Department, DateTimeOffset At, string? By, int? Version, ImportCounts? Counts, bool Secret, bool IsOfPeers)
{
    /// <summary>Imports on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Those of a plan that the viewer may see, the latest first.</summary>
    public static Task<List<ImportLine>> Read(AdminDb db, int plan, int page, CancellationToken cancel) =>
        db.Imports.AsNoTracking().Where(row => row.PlanId == plan).OrderByDescending(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new ImportLine(row.Id, row.FileName, row.Size, row.State, row.IsOwn, row.Department, row.At, row.By!.DisplayName, row.Version, row.Counts, row.Secret,
                row.Mapping != null && row.Mapping.StartsWith(PeerMapping.Mark)))
            .ToListAsync(cancel);

    /// <summary>Where one goes on with it.</summary>
    public string Address => State == ImportState.Uploaded && !IsOwn ? IsOfPeers ? ImportAddress.Peers(Id) : ImportAddress.Columns(Id) : ImportAddress.Of(Id);

    /// <summary>The colour that repeats what the word of the state says.</summary>
    public static string Tone(ImportState state) => state switch
    {
        ImportState.Taken => "green",
        ImportState.Discarded => "gray",
        ImportState.Checked => "blue",
        _ => "orange",
    };
}
