using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Governance;
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

    /// <summary>The days of all steps at once, each in a field <c>due.{step}</c>.</summary>
    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostMove(int cycle, CancellationToken cancel)
    {
        var fields = new TypedFields(Request.Form, ModelState, texts);
        var days = new Dictionary<CycleStep, DateOnly>();
        foreach (var step in Enum.GetValues<CycleStep>().Where(step => Request.Form.ContainsKey($"due.{step}")))
        {
            if (fields.Day($"due.{step}") is { } day)
                days[step] = day;
            else if (ModelState.IsValid)
                ModelState.AddModelError($"due.{step}", texts["typed.badDay"]);
        }
        var refusal = ModelState.IsValid ? await steps.Move(cycle, days, cancel) : StepRefusal.BadDay;
        if (refusal is not (StepRefusal.BadDay or StepRefusal.OutOfOrder))
            return Answer(cycle, refusal, texts["cycle.stepsMoved"]);
        if (ModelState.IsValid)
            ModelState.AddModelError("", texts[$"cycle.refused.{refusal}"]);
        return await Show(cycle, cancel);
    }

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

    public DateOnly Today => Dates.InJapan(clock.GetUtcNow());

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
