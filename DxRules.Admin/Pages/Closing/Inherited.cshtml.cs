using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks.Subjects;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Closing;

/// <summary>What a plan has taken over from the one before.</summary>
internal sealed class InheritedModel(AdminDb db, PlanDocuments documents, TimeProvider clock) : PageModel
{
    public PlanHead Plan { get; private set; } = null!;

    public IReadOnlyList<InheritedLine> Lines { get; private set; } = [];

    /// <summary>The plans before this one that are here.</summary>
    public IReadOnlyList<SeenVersion> Before { get; private set; } = [];

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } seen)
            return NotFound();
        Plan = head;
        Before = await NeighbourPlans.Predecessors(db, documents, seen, cancel);
        var lines = new List<InheritedLine>();
        foreach (var before in Before)
            lines.AddRange(await Read(before, seen, cancel));
        Lines = lines;
        return Page();
    }

    private async Task<IEnumerable<InheritedLine>> Read(SeenVersion before, SeenVersion now, CancellationToken cancel)
    {
        var today = Dates.InJapan(clock.GetUtcNow());
        var (then, here) = (PlanSubjects.Build(before.Document, today).SubjectsById, PlanSubjects.Build(now.Document, today).SubjectsById);
        var (reachThen, reachHere) = (new SubjectReach(before.Document, db.Viewer, before.Head.Municipality), new SubjectReach(now.Document, db.Viewer, now.Head.Municipality));
        var rows = await db.CarryOvers.AsNoTracking().Where(row => row.PlanId == before.Head.Plan && (row.Decision == CarryOver.Continued || row.Decision == CarryOver.Changed)).ToListAsync(cancel);
        return rows.Where(row => then.ContainsKey(row.SubjectId) && (reachThen.Holds(row.SubjectId) || row.SuccessorSubjectId is { } taken && reachHere.Holds(taken)))
            .Select(row => new InheritedLine(
                before.Head.Plan, row.SubjectId, then[row.SubjectId].Title, row.Decision, row.SuccessorSubjectId is { } id ? here.GetValueOrDefault(id)?.Title : null, row.Reason))
            .OrderBy(line => line.Here is null ? 1 : 0).ThenBy(line => line.Here, StringComparer.Ordinal);
    }
}

/// <param name="Here">The item of this plan that takes it up; null where none is named.</param>
internal sealed record InheritedLine(int Plan, string Subject, string Title, CarryOver Decision, string? Here, string? Reason);
