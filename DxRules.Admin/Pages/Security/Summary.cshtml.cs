using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Security;

/// <summary>How security stands, on one sheet of paper for the CISO.</summary>
internal sealed class SummaryModel(AdminDb db, PlanDocuments documents, TimeProvider clock) : PageModel
{
    /// <summary>Rows of a kind that the sheet has room for; the rest is counted.</summary>
    public const int Most = 4;

    public const int MostYears = 3;

    // As long as it takes to put a system out to tender; SEC-14 speaks up at the same time.
    private const int SoonInMonths = 12;

    public SecurityView View { get; private set; } = null!;

    /// <summary>Systems in use of which the support has ended or ends within a year, the first first.</summary>
    public IReadOnlyList<SystemLine> EndingSoon =>
    [
        .. (View.Systems ?? []).Where(line => line.Record.InUse != false && line.Record.SupportEndsOn?.Day <= View.Today.AddMonths(SoonInMonths))
            .OrderBy(line => line.Record.SupportEndsOn!.Value.Day),
    ];

    [Permits(Access.ReadSecurity)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        if (await SecurityView.Read(db, documents, plan, Dates.InJapan(clock.GetUtcNow()), cancel) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
