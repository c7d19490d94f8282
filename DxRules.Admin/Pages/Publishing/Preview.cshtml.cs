using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Publishing;

/// <summary>The public site as it will be, for those who are to decide whether it shall be: what is public, and in it what waits or would be asked for.</summary>
internal sealed class PreviewModel(AdminDb db, Publications publications, TimeProvider clock) : PageModel
{
    [Permits(Access.ReadWhole)]
    public async Task<IActionResult> OnGet(int cycle, string? path, CancellationToken cancel)
    {
        if (await GateView.Read(db, publications, cycle, cancel) is not { Content: { } content } view)
            return NotFound();
        if (string.IsNullOrEmpty(path))
            return Redirect($"{Address(cycle)}index.html");
        var site = new PublicSite(With(await ApprovedPublications.Read(db, cancel), content, view));
        return site.File(path) is { } file ? File(file.Content.ToArray(), file.MediaType) : NotFound();
    }

    /// <summary>Of the first page; the others lie below it.</summary>
    public static string Address(int cycle) => string.Create(CultureInfo.InvariantCulture, $"/cycles/{cycle}/publication/preview/");

    private List<ApprovedPublication> With(IReadOnlyList<ApprovedPublication> approved, Publication content, GateView view)
    {
        var here = KeyOf(content);
        var last = approved.FirstOrDefault(one => KeyOf(one.Content) == here);
        var now = new ApprovedPublication(content, 1 + (last?.Number ?? 0), Dates.InJapan(clock.GetUtcNow()), view.Hash!, last is null ? null : view.Waiting?.Note);
        return [.. approved.Where(one => one != last).Append(now).OrderBy(one => one.Content.Head.Code, StringComparer.Ordinal)
            .ThenBy(one => one.Content.Head.Plan, StringComparer.Ordinal).ThenBy(one => one.Content.Head.FiscalYear)];
    }

    private static (string Code, string Plan, int FiscalYear) KeyOf(Publication publication) => (publication.Head.Code, publication.Head.Plan, publication.Head.FiscalYear);
}
