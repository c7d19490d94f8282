using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Audit;

/// <summary>Who did what, and whether nobody changed what is told of it.</summary>
internal sealed class IndexModel(AdminDb db, AuditReading reading, Viewer viewer, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AuditFilter Filter { get; set; } = new();

    public AuditPage Entries { get; private set; } = new([], null);

    public IReadOnlyDictionary<int, string> People { get; private set; } = new Dictionary<int, string>();

    public IReadOnlyList<PlanChoice> Plans { get; private set; } = [];

    /// <summary>Whether the viewer sees all entries, and so their numbers.</summary>
    public bool SeesAll => viewer.SeesSecrets;

    [Permits(Access.ReadAudit)]
    public async Task OnGet([FromServices] PlanSwitch plans, CancellationToken cancel)
    {
        RefuseBadDays();
        People = await reading.People(cancel);
        Plans = await plans.Load(cancel);
        if (ModelState.IsValid)
            Entries = await reading.Page(Filter, cancel);
    }

    /// <summary>Exactly what the filter leaves, on all pages.</summary>
    [Permits(Access.ReadAudit)]
    public async Task<IActionResult> OnGetExport(CancellationToken cancel)
    {
        RefuseBadDays();
        if (!ModelState.IsValid)
            return Redirect(Filter.Address());
        var name = string.Create(CultureInfo.InvariantCulture, $"dxrules-audit-{Dates.InJapan(clock.GetUtcNow()):yyyyMMdd}.csv");
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await Response.WriteAsync(AuditListing.Head(SeesAll, texts), cancel);
        await foreach (var line in reading.Read(Filter with { Before = null }, cancel))
            await Response.WriteAsync(AuditListing.Row(line, SeesAll, texts), cancel);
        return new EmptyResult();
    }

    [Permits(Access.ReadAudit)]
    public IActionResult OnPostVerify(string? noted, CancellationToken cancel)
    {
        var verdict = AuditVerification.Verify(db.Database.GetConnectionString()!, string.IsNullOrWhiteSpace(noted) ? null : noted.Trim(), cancel);
        TempData[verdict.Tampering is null ? "Status" : "Error"] = $"{VerdictText.Of(verdict, SeesAll, texts)} {texts["verify.lastHash", verdict.LastHash]}";
        return Redirect("/audit");
    }

    private void RefuseBadDays()
    {
        if (AuditFilter.IsBad(Filter.From))
            ModelState.AddModelError("from", texts["log.badDay"]);
        if (AuditFilter.IsBad(Filter.To))
            ModelState.AddModelError("to", texts["log.badDay"]);
    }
}
