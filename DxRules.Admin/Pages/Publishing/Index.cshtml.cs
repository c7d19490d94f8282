using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Publishing;

/// <summary>The gate of a cycle: what the public would be told, in what it differs from what they know, and whether they are told.</summary>
internal sealed class IndexModel(AdminDb db, Publications publications, PublicationGate gate, Texts texts) : PageModel
{
    /// <summary>So many differences are all open when the page is.</summary>
    public const int FewDifferences = 60;

    public GateView Gate { get; private set; } = null!;

    /// <summary>Those who may be asked by who looks at it.</summary>
    public IReadOnlyList<(int Id, string Name)> Approvers { get; private set; } = [];

    public string Note { get; private set; } = "";

    public int? Approver { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Whether all that differs is laid open, as for printing.</summary>
    public bool IsAllOpen { get; private set; }

    public ValueWords Words { get; } = new(texts);

    public bool MayRequest => db.Viewer.May(Access.RunCycles);

    /// <summary>Whether what waits is for who looks at it to decide.</summary>
    public bool MayDecide => Gate.Open is { } waiting && waiting.ApproverId == db.Viewer.UserId && db.Viewer.May(Access.Approve);

    public bool MayWithdraw => Gate.Open is not null ? MayRequest : Gate.Shown is not null && db.Viewer.May(Access.Approve);

    /// <param name="open"><c>all</c> to lay open all that differs.</param>
    [Permits(Access.ReadWhole)]
    public Task<IActionResult> OnGet(int cycle, string? open, CancellationToken cancel)
    {
        IsAllOpen = open == "all";
        return Show(cycle, cancel);
    }

    /// <summary>All that is public, of every plan and year, to be put on another server.</summary>
    [Permits(Access.ReadWhole)]
    public async Task<IActionResult> OnGetSite(int cycle, CancellationToken cancel)
    {
        if (!await db.Cycles.AnyAsync(row => row.Id == cycle, cancel))
            return NotFound();
        var site = new PublicSite(await ApprovedPublications.Read(db, cancel));
        return File(SteadyPackage.Pack(site.Paths.Select(path => (path, site.File(path)!.Content))), "application/zip", "public-site.zip");
    }

    /// <summary>The content of a request, of which the hash is told.</summary>
    /// <param name="number">Null for the newest.</param>
    [Permits(Access.ReadWhole)]
    public async Task<IActionResult> OnGetDocument(int cycle, int? number, CancellationToken cancel)
    {
        var row = await db.Publications.AsNoTracking().Where(row => row.CycleId == cycle && (number == null || row.Number == number))
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        return row is null ? NotFound() : File(
            Compressed.Unpack(row.Content), "application/json", string.Create(CultureInfo.InvariantCulture, $"publication-{row.Municipality}-{row.Plan}-{row.FiscalYear}-{row.Number}.json"));
    }

    [Permits(Access.RunCycles)]
    public Task<IActionResult> OnPostRequest(int cycle, int? approver, string? note, string? seen, CancellationToken cancel)
    {
        (Approver, Note) = (approver, Typed(note));
        return Do(cycle, () => gate.Request(cycle, approver, Note, seen ?? "", cancel), "publication.requested", cancel);
    }

    [Permits(Access.Approve)]
    public Task<IActionResult> OnPostApprove(int cycle, int id, int revision, CancellationToken cancel) =>
        Do(cycle, () => gate.Approve(id, revision, cancel), "publication.approved", cancel);

    [Permits(Access.Approve)]
    public Task<IActionResult> OnPostReturn(int cycle, int id, int revision, string? reason, CancellationToken cancel)
    {
        Reason = Typed(reason);
        return Do(cycle, () => gate.Return(id, revision, Reason, cancel), "publication.returned", cancel);
    }

    // Who may take back what waits may not always take back what is public; the gate tells them apart.
    [Permits(Access.ReadWhole)]
    public Task<IActionResult> OnPostWithdraw(int cycle, int id, int revision, string? reason, CancellationToken cancel)
    {
        Reason = Typed(reason);
        return Do(cycle, () => gate.Withdraw(id, revision, Reason, cancel), "publication.withdrawn", cancel);
    }

    public static string Address(int cycle) => string.Create(CultureInfo.InvariantCulture, $"/cycles/{cycle}/publication");

    private static string Typed(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");

    private async Task<IActionResult> Do(int cycle, Func<Task<GateResult>> action, string done, CancellationToken cancel)
    {
        var result = await action();
        if (result.IsDone)
        {
            TempData["Status"] = texts[done];
            return Redirect(Address(cycle));
        }
        foreach (var problem in result.Problems)
            ModelState.AddModelError(problem.Field, texts[problem.TextKey, problem.Arguments]);
        if (result.Refusal != GateRefusal.Wrong)
            ModelState.AddModelError("", texts[$"publication.refused.{result.Refusal}"]);
        db.ChangeTracker.Clear();
        return await Show(cycle, cancel);
    }

    private async Task<IActionResult> Show(int cycle, CancellationToken cancel)
    {
        if (await GateView.Read(db, publications, cycle, cancel) is not { } view)
            return NotFound();
        Gate = view;
        if (MayRequest)
            Approvers = await gate.Approvers(cancel);
        return Page();
    }
}
