using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using DxRules.Admin.Jobs;
using DxRules.Admin.Keeping;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Operations;

/// <summary>Whether the site is well, and its backups.</summary>
internal sealed class IndexModel(SiteCare care, SiteOptions options, Texts texts) : PageModel
{
    private const string Address = "/operations";

    [BindProperty]
    public string? Backup { get; set; }

    public CareReport Care { get; private set; } = null!;

    public BackupSettings Settings => options.Backups;

    [Permits(Access.Administer)]
    public async Task OnGet(CancellationToken cancel) => Care = await care.Read(cancel);

    [Permits(Access.Administer)]
    public Task<IActionResult> OnPostNow([FromServices] JobDesk desk, CancellationToken cancel) => desk.Start(this, BackupJob.Now, Address, cancel);

    /// <summary>
    /// Only with the password once more: a backup holds what lets its reader become anybody, and a session may have been left open.
    /// </summary>
    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPostDownload(
        string? password, [FromServices] UserManager<UserRow> users, [FromServices] PasswordAgain again, [FromServices] AuditLog audit, [FromServices] AdminDb db, CancellationToken cancel)
    {
        Care = await care.Read(cancel);
        var chosen = Care.Backups.FirstOrDefault(backup => backup.Name == Backup);
        if (chosen is null)
            ModelState.AddModelError(nameof(Backup), texts["operations.gone"]);
        if (!await again.Is((await users.GetUserAsync(User))!, password))
            ModelState.AddModelError(nameof(password), texts["password.wrong"]);
        if (chosen is null || !ModelState.IsValid)
            return Page();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await audit.Add(AuditEntry.Downloaded(chosen.Name, chosen.Manifest.Parts[0].Sha256), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return PhysicalFile(chosen.File, "application/octet-stream", chosen.Name);
    }

}
