using System.Globalization;
using System.Text.Json;
using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>An alert: what it says and why, what was answered to it, and the forms to answer, approve and return.</summary>
internal sealed class DetailModel(
    AdminDb db, PlanDocuments documents, AnswerWriting writing, AnswerApproval approval, DoneReporting reporting, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>The word in the address that asks for the answer of the cycle before.</summary>
    public const string Previous = "previous";

    /// <summary>The number of a run of the cycle; null for the latest.</summary>
    [BindProperty(SupportsGet = true, Name = "run")]
    public int? RunNumber { get; set; }

    public AlertPage Alert { get; private set; } = null!;

    public AlertResponse Answered { get; private set; } = null!;

    /// <summary>From which cells the values came that were brought by a file.</summary>
    public IReadOnlyList<(string Name, CellSource Source)> Sources { get; private set; } = [];

    public AnswerForm Form { get; private set; } = null!;

    /// <summary>Whether the form shows what was typed and could not be taken.</summary>
    public bool IsTyped { get; private set; }

    // The department whose work it is, where somebody else enters it.
    private string? ReportedFor => Answered.EntersForOthers ? Answered.Answer?.Owner : null;

    private DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    /// <summary>The 対象年度 up to which it may be accepted.</summary>
    public IEnumerable<int> YearsToAccept => Enumerable.Range(Alert.Cycle.FiscalYear, AnswerCheck.MostYearsAccepted + 1);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, string key, string? answer, CancellationToken cancel)
    {
        if (!await Find(cycle, key, cancel))
            return NotFound();
        if (answer == Previous && Answered.Earlier is { } earlier)
            Form = Form.Like(earlier, Alert.Cycle.FiscalYear, Today);
        return Page();
    }

    [Permits(Access.Enter)]
    public Task<IActionResult> OnPostDraft(int cycle, string key, CancellationToken cancel) =>
        Take(cycle, key, entry => writing.SaveDraft(entry, cancel), "answer.drafted", cancel);

    [Permits(Access.Enter)]
    public Task<IActionResult> OnPostSubmit(int cycle, string key, CancellationToken cancel) =>
        Take(cycle, key, entry => writing.Submit(entry, cancel), "answer.submitted", cancel);

    [Permits(Access.Approve)]
    public Task<IActionResult> OnPostApprove(int cycle, string key, string? comment, CancellationToken cancel) =>
        Move(cycle, key, (answer, seen) => approval.Approve(answer, seen, comment, cancel), "answer.approved", cancel);

    [Permits(Access.Approve)]
    public Task<IActionResult> OnPostReturn(int cycle, string key, string? comment, CancellationToken cancel) =>
        Move(cycle, key, (answer, seen) => approval.Return(answer, seen, comment ?? "", cancel), "answer.returned", cancel);

    [Permits(Access.Enter)]
    public Task<IActionResult> OnPostDone(int cycle, string key, CancellationToken cancel) =>
        Move(cycle, key, (answer, seen) => reporting.Report(answer, seen, ReportedFor, cancel), "answer.reportedDone", cancel);

    [Permits(Access.Enter)]
    public Task<IActionResult> OnPostUndone(int cycle, string key, CancellationToken cancel) =>
        Move(cycle, key, (answer, seen) => reporting.TakeBack(answer, seen, ReportedFor, cancel), "answer.reportTakenBack", cancel);

    private async Task<IActionResult> Take(int cycle, string key, Func<AnswerEntry, Task<AnswerResult>> take, string done, CancellationToken cancel)
    {
        if (!await Find(cycle, key, cancel))
            return NotFound();
        Form = AnswerForm.Of(Request.Form);
        var entry = Form.Entry(cycle, Alert.Line.Key, ModelState, texts);
        var result = ModelState.IsValid ? await take(entry) : AnswerResult.Wrong();
        return result.IsDone ? Led(cycle, texts[done]) : await Again(cycle, key, result, cancel);
    }

    private async Task<IActionResult> Move(int cycle, string key, Func<int, int, Task<AnswerResult>> move, string done, CancellationToken cancel)
    {
        if (!await Find(cycle, key, cancel) || Answered.Answer is not { } answer)
            return NotFound();
        var result = await move(answer.Id, int.TryParse(Request.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1);
        return result.IsDone ? Led(cycle, texts[done]) : await Again(cycle, key, result, cancel);
    }

    // What was typed stays, also where somebody else was faster: their answer stands above it then, and what is sent next is sent on top of it.
    private async Task<IActionResult> Again(int cycle, string key, AnswerResult result, CancellationToken cancel)
    {
        foreach (var problem in result.Problems)
            ModelState.AddModelError(problem.Field, texts[problem.TextKey, problem.Arguments]);
        if (result.Refusal is not (AnswerRefusal.Wrong or AnswerRefusal.Unknown))
            ModelState.AddModelError("", texts[$"answer.refused.{JsonNamingPolicy.CamelCase.ConvertName(result.Refusal.ToString())}"]);
        var typed = Form;
        db.ChangeTracker.Clear();
        if (result.Refusal == AnswerRefusal.Unknown || !await Find(cycle, key, cancel))
            return NotFound();
        if (Request.Form.ContainsKey("text"))
            (Form, IsTyped) = (typed with { Seen = Answered.Answer?.Revision ?? 0 }, true);
        return Page();
    }

    private RedirectResult Led(int cycle, string status)
    {
        TempData["Status"] = status;
        return Redirect(AlertAddress.Of(cycle, Alert.Line.Key, null));
    }

    private async Task<bool> Find(int cycle, string key, CancellationToken cancel)
    {
        if (await AlertPage.Read(db, documents, cycle, key, RunNumber, cancel) is not { } alert || await documents.Newest(alert.Cycle.Plan, cancel) is not { } plan)
            return false;
        Alert = alert;
        Sources = await AlertSources.Read(db, documents, alert, texts, cancel);
        Answered = await AlertResponse.Read(db, alert, plan.Document, Today, cancel);
        var onBehalfOf = Answered.UsualOnBehalfOf(plan.Head.Municipality);
        Form = Answered.Answer is { } answer
            ? AnswerForm.Of(answer, onBehalfOf)
            : AnswerForm.Empty(Answered.Choices.FirstOrDefault(department => Answered.Responsible.Contains(department.Id))?.Id ?? "", onBehalfOf);
        return true;
    }
}
