using System.Globalization;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Cycles;

/// <summary>A cycle: its steps, who is late, what is frozen.</summary>
internal sealed class IndexModel(
    AdminDb db, PlanDocuments documents, CycleSteps steps, CycleClosing closing, Reperformance reperformance, TimeProvider clock, Texts texts) : PageModel
{
    public CyclePage Shown { get; private set; } = null!;

    [Permits(Access.ReadPlans)]
    public Task<IActionResult> OnGet(int cycle, CancellationToken cancel) => Show(cycle, cancel);

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostFinish(int cycle, CycleStep step, CancellationToken cancel) =>
        Answer(cycle, await steps.Finish(cycle, step, cancel), texts["cycle.stepFinished", texts[$"step.{step}"]]);

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostReopen(int cycle, CycleStep step, CancellationToken cancel) =>
        Answer(cycle, await steps.Reopen(cycle, step, cancel), texts["cycle.stepReopened", texts[$"step.{step}"]]);

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostMove(int cycle, CycleStep step, string? dueOn, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(dueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Answer(cycle, StepRefusal.BadDay, "");
        return Answer(cycle, await steps.Move(cycle, step, day, cancel), texts["cycle.stepMoved", texts[$"step.{step}"], texts.Date(day)]);
    }

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostClose(int cycle, CancellationToken cancel) =>
        Answer(cycle, await closing.Close(cycle, cancel), texts["cycle.closedNow"]);

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostCorrect(int cycle, string? reason, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            ModelState.AddModelError(nameof(reason), texts["cycle.reasonMissing"]);
            return await Show(cycle, cancel);
        }
        return Answer(cycle, await closing.Correct(cycle, reason.Trim(), cancel), texts["cycle.corrected"]);
    }

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnPostPerform(int cycle, int run, CancellationToken cancel)
    {
        if (await CyclePage.Read(db, documents, cycle, Today, cancel) is not { } page || page.Issues.FirstOrDefault(issue => issue.Run == run) is not { } issue
            || await reperformance.Of(run, cancel) is not { } again)
            return NotFound();
        TempData[again.IsSame ? "Status" : "Error"] = again switch
        {
            { IsSame: true } => texts["cycle.performedSame", issue.Number, ShortHash.Of(issue.ReportHash)],
            { Changes.Count: 0 } => texts["cycle.performedOther", issue.Number, issue.Engine, again.Engine],
            _ => texts["cycle.performedDifferent", issue.Number, issue.Engine, again.Engine, again.Changes.Count],
        };
        return Redirect($"/cycles/{cycle}");
    }

    private DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    private async Task<IActionResult> Show(int cycle, CancellationToken cancel)
    {
        if (await CyclePage.Read(db, documents, cycle, Today, cancel) is not { } page)
            return NotFound();
        Shown = page;
        return Page();
    }

    private IActionResult Answer(int cycle, StepRefusal refusal, string done)
    {
        if (refusal == StepRefusal.None)
            TempData["Status"] = done;
        else
            TempData["Error"] = texts[$"cycle.refused.{refusal}"];
        return Redirect($"/cycles/{cycle}");
    }
}
