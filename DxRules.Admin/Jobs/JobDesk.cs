using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Jobs;

/// <summary>Where a page asks for a job, and for its end.</summary>
internal sealed class JobDesk(AdminDb db, AuditLog audit, JobRunner runner, Viewer viewer, IHttpContextAccessor request, TimeProvider clock, Texts texts)
{
    /// <summary>How long a person is kept waiting for an answer, before they are shown how far it is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Starts a job for a page that was posted to. Answers with the job's result where it ends within <see cref="Patience"/>, else with the page of the job.
    /// </summary>
    /// <param name="back">Address of the page to which one returns where the job could not do what was asked.</param>
    public async Task<IActionResult> Start(PageModel page, JobRequest asked, string back, CancellationToken cancel)
    {
        var job = await Start(asked, cancel);
        var end = await job.EndWithin(Patience, clock, cancel);
        if (end is null)
            return new RedirectResult(AddressOf(job.Id));
        page.TempData[end.IsDone ? "Status" : "Error"] = texts.In(end.Answer ?? end.Message);
        return new RedirectResult(end.Result ?? back);
    }

    /// <summary>Starts a job for whoever asks here.</summary>
    public async Task<RunningJob> Start(JobRequest asked, CancellationToken cancel)
    {
        var row = new JobRow { Kind = asked.Kind, PlanId = asked.Plan, CycleId = asked.Cycle, RequestedById = viewer.UserId, RequestedAt = clock.GetUtcNow() };
        db.Jobs.Add(row);
        await db.SaveChangesAsync(cancel);
        return runner.Add(row.Id, asked, request.HttpContext?.User);
    }

    /// <summary>Whether the viewer may stop a job: their own, or any where they run cycles or administer.</summary>
    public bool MayCancel(JobRow job) => (viewer.UserId is { } user && user == job.RequestedById) || viewer.May(Access.RunCycles) || viewer.May(Access.Administer);

    /// <summary>Asks a job to stop. False where it has ended already.</summary>
    public async Task<bool> Cancel(JobRow job, CancellationToken cancel)
    {
        if (runner.Find(job.Id) is not { } running)
            return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (await db.Jobs.SingleAsync(row => row.Id == job.Id, cancel)).CancelRequestedAt = clock.GetUtcNow();
        await audit.Add(
            new AuditEntry(AuditActions.JobCancelled) { Plan = job.PlanId, Cycle = job.CycleId, Details = [job.Kind, job.Id.ToString(CultureInfo.InvariantCulture)] }, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        running.AskToStop();
        return true;
    }

    public static string AddressOf(int job) => string.Create(CultureInfo.InvariantCulture, $"/jobs/{job}");
}
