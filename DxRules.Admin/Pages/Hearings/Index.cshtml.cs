using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Hearings;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Sheets;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Hearings;

/// <summary>ヒアリング: what the departments are asked about items of the plan, and what they answer.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, HearingQuestions hearing, Texts texts) : PageModel
{
    private SeenVersion seen = null!;

    public CycleHead Cycle { get; private set; } = null!;

    public IReadOnlyList<QuestionLine> Questions { get; private set; } = [];

    public bool Asks => Cycle.IsOpen && db.Viewer.May(Access.Approve);

    public string? Subject { get; private set; }

    public string? Department { get; private set; }

    /// <summary>What a question can be about, by the policy it stands under.</summary>
    public IReadOnlyList<(string Policy, IReadOnlyList<(string Id, string Title)> Items)> Items { get; private set; } = [];

    public IEnumerable<(string Id, string Name)> Departments => (seen.Document.Departments ?? []).Where(one => one.SucceededBy is null).Select(one => (one.Id, one.Name));

    public bool Answers(QuestionLine question) => Cycle.IsOpen && db.Viewer.May(Access.Enter) && db.Viewer.MayOpen(question.Department);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, string? subject, string? department, CancellationToken cancel) =>
        await Find(cycle, subject, department, cancel) ? Page() : NotFound();

    [Permits(Access.Approve)]
    public async Task<IActionResult> OnPostAsk(int cycle, string? subject, string? department, string? text, CancellationToken cancel)
    {
        if (!await Find(cycle, subject, department, cancel))
            return NotFound();
        if (string.IsNullOrEmpty(subject) || Items.All(group => group.Items.All(item => item.Id != subject)))
            ModelState.AddModelError("subject", texts["hearing.noSubject"]);
        department = string.IsNullOrEmpty(department) ? new SubjectIndex(seen.Document).Of(subject ?? "")?.Departments.FirstOrDefault() : department;
        if (department is null && ModelState.IsValid)
            ModelState.AddModelError("department", texts["hearing.noDepartment"]);
        TellText("text", text);
        if (!ModelState.IsValid)
            return Page();
        if (await hearing.Ask(cycle, subject!, department!, text!, cancel) is null)
            TempData["Error"] = texts["hearing.refused"];
        else
            TempData["Status"] = texts["hearing.asked"];
        return Redirect($"/cycles/{cycle}/questions");
    }

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostAnswer(int cycle, int question, CancellationToken cancel)
    {
        if (!await Find(cycle, null, null, cancel) || Questions.FirstOrDefault(one => one.Id == question) is not { } asked || !db.Viewer.MayOpen(asked.Department))
            return NotFound();
        var (field, text) = ($"answer-{question}", Request.Form[$"answer-{question}"].ToString());
        TellText(field, text);
        if (!ModelState.IsValid)
        {
            ModelState.SetModelValue(field, text, text);
            return Page();
        }
        if (await hearing.Answer(question, text, cancel))
            TempData["Status"] = texts["hearing.answerSaved"];
        else
            TempData["Error"] = texts["hearing.refused"];
        return Redirect($"/cycles/{cycle}/questions");
    }

    private void TellText(string field, string? text)
    {
        var length = FieldText.Plain(text ?? "").Length;
        if (length == 0)
            ModelState.AddModelError(field, texts["hearing.noText"]);
        else if (length > HearingQuestions.Longest)
            ModelState.AddModelError(field, texts["sheet.wrong.long", HearingQuestions.Longest, length]);
    }

    private async Task<bool> Find(int cycle, string? subject, string? department, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || await documents.Newest(head.Plan, cancel) is not { } found)
            return false;
        (Cycle, seen, Subject, Department) = (head, found, subject, department);
        Questions = await QuestionLine.Of(db, seen.Document, cycle, row => true, cancel);
        Items = Asks ? Choices() : [];
        return true;
    }

    private IReadOnlyList<(string Policy, IReadOnlyList<(string Id, string Title)> Items)> Choices()
    {
        var groups = new List<(string, IReadOnlyList<(string, string)>)>();
        foreach (var policy in db.Viewer.May(Access.RunCycles) ? seen.Document.Policies ?? [] : [])
            groups.Add((policy.Title, [(policy.Id, policy.Title), .. OfKpis(policy.Kpis), .. (policy.Initiatives ?? []).SelectMany(initiative => OfKpis(initiative.Kpis).Prepend((initiative.Id, initiative.Title)))]));
        if (seen.Document.Security is { } security)
            groups.Add((texts["sheet.security"], [.. (security.Controls ?? []).Select(control => (control.Id, control.Title)), .. (security.Systems ?? []).Select(system => (system.Id, system.Name))]));

        // What an alert is about may be anything in the plan.
        if (Subject is { Length: > 0 } wanted && !groups.Any(group => group.Item2.Any(item => item.Item1 == wanted)) && new SubjectIndex(seen.Document).Of(wanted) is { } place
            && db.Viewer.May(place.IsSecret ? Access.ReadSecurity : Access.RunCycles))
            groups.Insert(0, (texts["hearing.chosen"], [(wanted, new KnownSubjects(seen.Document, DateTimeOffset.UnixEpoch, []).Of(wanted)?.Title ?? wanted)]));
        return groups;
    }

    private static IEnumerable<(string, string)> OfKpis(IReadOnlyList<Kpi>? kpis) => (kpis ?? []).Select(kpi => (kpi.Id, kpi.Title));
}
