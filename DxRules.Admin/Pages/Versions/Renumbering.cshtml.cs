using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Versions;

internal sealed class RenumberingModel(AdminDb db, PlanDocuments documents, RenumberingSaving saving, Texts texts) : PageModel
{
    public PlanHead Plan { get; private set; } = null!;

    public RenumberedItems Items { get; private set; } = null!;

    /// <summary>What was written down, the latest first.</summary>
    public IReadOnlyList<RenumberingRow> Known { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Old { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? New { get; set; }

    public string? Reason { get; private set; }

    public string Address => $"/plans/{Plan.Id}/renumbering";

    /// <summary>取組「窓口予約」（p1-i1）</summary>
    public string NameOf(PlanItem item) => item.Kind is { } kind
        ? texts["renumbering.item", texts[$"subject.{kind}"], item.Title, item.Id]
        : texts["renumbering.itemWithoutKind", item.Title, item.Id];

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel) => await Find(plan, cancel) ? Page() : NotFound();

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPost(int plan, string? reason, CancellationToken cancel)
    {
        if (!await Find(plan, cancel))
            return NotFound();
        Reason = reason;
        switch (await saving.Save(plan, Old ?? "", New ?? "", reason ?? "", cancel))
        {
            case RenumberingRefusal.NoReason:
                ModelState.AddModelError("reason", texts["renumbering.noReason"]);
                return Page();
            case RenumberingRefusal.OldUnknown:
                ModelState.AddModelError("old", texts["renumbering.oldUnknown"]);
                return Page();
            case RenumberingRefusal.NewUnknown:
                ModelState.AddModelError("new", texts["renumbering.newUnknown"]);
                return Page();
        }
        TempData["Status"] = texts["renumbering.saved", Old, New];
        return Redirect(Address);
    }

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostTakeBack(int plan, string? id, CancellationToken cancel)
    {
        if (!await saving.TakeBack(plan, id ?? "", cancel))
            return NotFound();
        TempData["Status"] = texts["renumbering.takenBack", id];
        return Redirect($"/plans/{plan}/renumbering");
    }

    private async Task<bool> Find(int plan, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await RenumberedItems.Read(db, documents, plan, cancel) is not { } items)
            return false;
        (Plan, Items) = (head, items);
        Known = await db.Renumberings.AsNoTracking().Where(row => row.PlanId == plan).OrderByDescending(row => row.At).ThenBy(row => row.OldId).ToListAsync(cancel);
        return true;
    }
}
