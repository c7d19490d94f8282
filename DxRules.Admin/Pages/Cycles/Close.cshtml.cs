using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Cycles;

/// <summary>Asks before a review is closed: what is open, and what goes into the next year.</summary>
internal sealed class CloseModel(AdminDb db, PlanDocuments documents, CycleClosing closing, TimeProvider clock, Texts texts) : PageModel
{
    public CyclePage Shown { get; private set; } = null!;

    /// <summary>What is not done, in words.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel)
    {
        if (await CyclePage.Read(db, documents, cycle, Dates.InJapan(clock.GetUtcNow()), cancel) is not { Cycle.IsOpen: true } page)
            return await CyclePage.Read(db, documents, cycle, Dates.InJapan(clock.GetUtcNow()), cancel) is null ? NotFound() : Redirect($"/cycles/{cycle}");
        (Shown, Missing) = (page, [.. MissingIn(page)]);
        return Page();
    }

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPost(int cycle, CancellationToken cancel)
    {
        var refusal = await closing.Close(cycle, cancel);
        TempData[refusal == StepRefusal.None ? "Status" : "Error"] = refusal == StepRefusal.None ? texts["cycle.closedNow"] : texts[$"cycle.refused.{refusal}"];
        return Redirect($"/cycles/{cycle}");
    }

    private IEnumerable<string> MissingIn(CyclePage page)
    {
        if (page.SheetsMissing > 0)
            yield return texts["close.sheets", page.SheetsMissing];
        if (page.Open.Unanswered > 0)
            yield return texts["close.unanswered", page.Open.Unanswered];
        if (page.Open.Waiting > 0)
            yield return texts["close.waiting", page.Open.Waiting];
        if (page.Open.Returned > 0)
            yield return texts["close.returned", page.Open.Returned];
        foreach (var step in page.Steps.Where(step => step.DoneAt is null && step.Step != CycleStep.Close))
            yield return texts["close.step", texts[$"step.{step.Step}"]];
    }
}
