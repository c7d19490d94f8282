using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Governance;

/// <summary>Records a meeting of a body.</summary>
internal sealed class NewMeetingModel(AdminDb db, PlanDocuments documents, MeetingSaving saving, TimeProvider clock, Texts texts) : PageModel
{
    public PlanHead Plan { get; private set; } = null!;
    public Body Body { get; private set; } = null!;
    public MeetingForm Form { get; private set; } = null!;

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnGet(int plan, string body, CancellationToken cancel) => await Find(plan, body, cancel) ? Page() : NotFound();

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPost(int plan, string body, CancellationToken cancel)
    {
        if (!await Find(plan, body, cancel))
            return NotFound();
        var entry = MeetingForm.Read(new TypedFields(Request.Form, ModelState, texts));
        if (!ModelState.IsValid)
            return Page();
        var result = await saving.Record(plan, body, entry, cancel);
        if (!ModelState.Tell(result, (await documents.Newest(plan, cancel))!, texts))
            return Page();
        TempData["Status"] = texts["meeting.saved", Body.Name, texts.Date(entry.On!.Value)];
        return Redirect($"/plans/{plan}/governance/meetings/{Uri.EscapeDataString(result.Id!)}");
    }

    private async Task<bool> Find(int plan, string body, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || (await documents.Newest(plan, cancel))?.Document.Body(body) is not { } found)
            return false;
        (Plan, Body, Form) = (head, found, MeetingForm.New(found, Dates.InJapan(clock.GetUtcNow())));
        return true;
    }
}
