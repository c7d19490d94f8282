using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Governance;

/// <summary>The members of a body and their terms, to be renewed, added and removed.</summary>
internal sealed class MembersModel(AdminDb db, PlanDocuments documents, MemberSaving saving, CityProfiles profiles, BodiesChecks bodies, TimeProvider clock, Texts texts) : PageModel
{
    public PlanHead Plan { get; private set; } = null!;
    public Body Body { get; private set; } = null!;
    public BodiesCheck Check { get; private set; } = null!;

    /// <summary>The member whose fields are shown with errors; null for a new one.</summary>
    public string? Wrong { get; private set; }

    public DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    public string Address => $"/plans/{Plan.Id}/governance/bodies/{Uri.EscapeDataString(Body.Id)}";

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnGet(int plan, string body, CancellationToken cancel) => await Find(plan, body, cancel) ? Page() : NotFound();

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostAdd(int plan, string body, CancellationToken cancel) =>
        await Save(plan, body, null, entry => saving.Add(plan, body, entry, cancel), "member.added", cancel);

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostRenew(int plan, string body, string? member, CancellationToken cancel) =>
        await Save(plan, body, member, entry => saving.Renew(plan, body, member ?? "", entry, cancel), "member.renewed", cancel);

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostRemove(int plan, string body, string? member, CancellationToken cancel)
    {
        if (!await Find(plan, body, cancel) || Body.Members?.FirstOrDefault(one => one.Id == member) is not { } leaving)
            return NotFound();
        var result = await saving.Remove(plan, body, leaving.Id, cancel);
        if (!ModelState.Tell(result, (await documents.Newest(plan, cancel))!, texts))
            return Page();
        TempData["Status"] = texts["member.removed", leaving.Post];
        return Redirect(Address);
    }

    private async Task<IActionResult> Save(int plan, string body, string? member, Func<MemberEntry, Task<EntryResult>> save, string done, CancellationToken cancel)
    {
        if (!await Find(plan, body, cancel) || (member is not null && Body.Members?.Any(one => one.Id == member) != true))
            return NotFound();
        Wrong = member;
        var fields = new TypedFields(Request.Form, ModelState, texts);
        var entry = new MemberEntry(fields.Text("post"), fields.Text("exOfficio") == "yes", fields.Day("termEndsOn"));
        if (!ModelState.IsValid || !ModelState.Tell(await save(entry), (await documents.Newest(plan, cancel))!, texts))
            return Page();
        TempData["Status"] = texts[done, entry.Post];
        return Redirect(Address);
    }

    private async Task<bool> Find(int plan, string body, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } seen || seen.Document.Body(body) is not { } found)
            return false;
        (Plan, Body) = (head, found);
        Check = bodies.Of(seen.Document, await profiles.Newest(seen.Document.Municipality.Code, cancel), Today);
        return true;
    }
}
