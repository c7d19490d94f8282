using System.Globalization;
using System.Text.Json;
using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Approvals;

/// <summary>The answers that wait for approval: approved one by one or several at once, returned one by one with a word on why.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, AnswerApproval approval, Texts texts) : PageModel
{
    public ApprovalList Shown { get; private set; } = null!;

    [Permits(Access.Approve)]
    public Task<IActionResult> OnGet(int cycle, CancellationToken cancel) => Show(cycle, cancel);

    [Permits(Access.Approve)]
    public async Task<IActionResult> OnPost(int cycle, string[] picked, CancellationToken cancel)
    {
        if (await ApprovalList.Read(db, documents, cycle, cancel) is not { } list)
            return NotFound();
        if (picked.Length == 0)
        {
            ModelState.AddModelError("picked", texts["approvals.nothingPicked"]);
            return await Show(cycle, cancel);
        }
        var (done, left) = (0, 0);
        foreach (var line in list.Lines.Where(line => picked.Contains(MarkOf(line.Answer))))
        {
            if ((await approval.Approve(line.Answer.Id, line.Answer.Revision, null, cancel)).IsDone)
                done++;
            db.ChangeTracker.Clear();
        }
        left = picked.Distinct().Count() - done;
        TempData["Status"] = done > 0 ? texts["approvals.approved", done] : null;
        TempData["Error"] = left > 0 ? texts["approvals.left", left] : null;
        return Redirect(Address(cycle));
    }

    [Permits(Access.Approve)]
    public Task<IActionResult> OnPostApprove(int cycle, string? answer, CancellationToken cancel) =>
        Move(cycle, answer, (line, comment) => approval.Approve(line.Answer.Id, line.Answer.Revision, comment, cancel), "answer.approved", cancel);

    [Permits(Access.Approve)]
    public Task<IActionResult> OnPostReturn(int cycle, string? answer, CancellationToken cancel) =>
        Move(cycle, answer, (line, comment) => approval.Return(line.Answer.Id, line.Answer.Revision, comment, cancel), "answer.returned", cancel);

    public static string Address(int cycle) => string.Create(CultureInfo.InvariantCulture, $"/cycles/{cycle}/approvals");

    /// <summary>An answer as it was seen: its number and revision.</summary>
    public static string MarkOf(AnswerRow answer) => string.Create(CultureInfo.InvariantCulture, $"{answer.Id}:{answer.Revision}");

    public static string CommentOf(AnswerRow answer) => string.Create(CultureInfo.InvariantCulture, $"comment-{answer.Id}");

    private async Task<IActionResult> Move(int cycle, string? mark, Func<ApprovalLine, string, Task<AnswerResult>> move, string done, CancellationToken cancel)
    {
        if (await ApprovalList.Read(db, documents, cycle, cancel) is not { } list)
            return NotFound();
        if (list.Lines.FirstOrDefault(line => MarkOf(line.Answer) == mark) is not { } line)
        {
            ModelState.AddModelError("", texts["answer.refused.changed"]);
            return await Show(cycle, cancel);
        }
        var result = await move(line, Request.Form[CommentOf(line.Answer)].ToString().Trim().ReplaceLineEndings("\n"));
        if (result.IsDone)
        {
            TempData["Status"] = texts[done];
            return Redirect(Address(cycle));
        }
        foreach (var problem in result.Problems)
            ModelState.AddModelError(CommentOf(line.Answer), texts[problem.TextKey, problem.Arguments]);
        if (result.Refusal != AnswerRefusal.Wrong)
            ModelState.AddModelError("", texts[$"answer.refused.{JsonNamingPolicy.CamelCase.ConvertName(result.Refusal.ToString())}"]);
        db.ChangeTracker.Clear();
        return await Show(cycle, cancel);
    }

    /// <summary>What was typed as the comment to an answer, where it could not be taken.</summary>
    public string TypedFor(AnswerRow answer) => Request.HasFormContentType ? Request.Form[CommentOf(answer)].ToString() : "";

    public bool WasPicked(AnswerRow answer) => Request.HasFormContentType && Request.Form["picked"].Contains(MarkOf(answer));

    private async Task<IActionResult> Show(int cycle, CancellationToken cancel)
    {
        if (await ApprovalList.Read(db, documents, cycle, cancel) is not { } list)
            return NotFound();
        Shown = list;
        return Page();
    }
}
