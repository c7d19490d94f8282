using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Publishing;

/// <summary>The public site as it will be, for those who are to decide whether it shall be: what is public, and in it what waits or would be asked for.</summary>
internal sealed class PreviewModel(AdminDb db, Publications publications, TimeProvider clock) : PageModel
{
    [Permits(Access.ReadWhole)]
    public async Task<IActionResult> OnGet(int cycle, string? path, CancellationToken cancel)
    {
        if (!await db.Cycles.AnyAsync(row => row.Id == cycle, cancel))
            return NotFound();
        var waiting = await GateView.Waiting(db, cycle, cancel);
        if ((waiting is null ? await publications.Make(cycle, cancel) : KeptPublication.Of(waiting)) is not { } content)
            return NotFound();
        if (string.IsNullOrEmpty(path))
            return Redirect($"{Address(cycle)}/{FolderOf(content)}index.html");
        var site = new PublicSite(With(await ApprovedPublications.Read(db, cancel), content, waiting?.Note));
        return site.File(path) is { } file ? File(file.Content.ToArray(), file.MediaType) : NotFound();
    }

    /// <summary>Leads to the page of the year; all pages lie below it.</summary>
    public static string Address(int cycle) => string.Create(CultureInfo.InvariantCulture, $"/cycles/{cycle}/publication/preview");

    /// <summary>Where the pages of a publication lie in the public site.</summary>
    public static string FolderOf(Publication content) => PublicYear.FolderOf(new ApprovedPublication(content, 1, default, "", null));

    private List<ApprovedPublication> With(IReadOnlyList<ApprovedPublication> approved, Publication content, string? note)
    {
        var here = KeyOf(content);
        var last = approved.FirstOrDefault(one => KeyOf(one.Content) == here);
        var now = new ApprovedPublication(content, 1 + (last?.Number ?? 0), Dates.InJapan(clock.GetUtcNow()), PublicationGate.HashOf(PublicationJson.Write(content)), last is null ? null : note);
        return [.. approved.Where(one => one != last).Append(now).OrderBy(one => one.Content.Head.Code, StringComparer.Ordinal)
            .ThenBy(one => one.Content.Head.Plan, StringComparer.Ordinal).ThenBy(one => one.Content.Head.FiscalYear)];
    }

    private static (string Code, string Plan, int FiscalYear) KeyOf(Publication publication) => (publication.Head.Code, publication.Head.Plan, publication.Head.FiscalYear);
}
