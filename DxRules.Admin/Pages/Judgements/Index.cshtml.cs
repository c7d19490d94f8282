using System.Globalization;
using System.Text.Json;
using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Judgements;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Judgements;

/// <summary>The three judgements side by side, with entry in the row, and what is excepted from judgement.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, JudgementSaving saving, FactorSaving factors, CityCheck city, Viewer viewer, Texts texts) : PageModel
{
    public JudgementPage Judged { get; private set; } = null!;

    /// <summary>One of <see cref="JudgementShow"/>; null for what suits the viewer.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Id of the policy that is shown alone; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Policy { get; set; }

    /// <summary>What the filter leaves: to whom sees all first the policies alone, to a department all of its own.</summary>
    public IReadOnlyList<JudgementLine> Lines => Judged.Shown(ShowWord, PolicyId);

    public string ShowWord => JudgementShow.All.FirstOrDefault(word => word == Show) ?? (viewer.SeesAll && PolicyId is null ? JudgementShow.Policies : JudgementShow.Whole);

    public string? PolicyId => string.IsNullOrEmpty(Policy) ? null : Policy;

    public bool EntersForDepartments => Judged.Cycle.IsOpen && viewer.May(Access.Enter);

    public bool EntersForHeadquarters => Judged.Cycle.IsOpen && viewer.May(Access.Approve);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel) => await Find(cycle, cancel) ? Page() : NotFound();

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPost(int cycle, CancellationToken cancel)
    {
        if (!await Find(cycle, cancel))
            return NotFound();
        var entries = Entries().ToList();
        if (entries.Count == 0)
        {
            TempData["Status"] = texts["judgement.nothingChanged"];
            return Redirect(Address());
        }
        var result = await saving.Save(cycle, entries, int.TryParse(Request.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null, cancel);
        if (result.IsDone)
        {
            TempData["Status"] = texts["judgement.saved", entries.Count];
            return Redirect(Address());
        }
        if (result.Refusal == AnswerRefusal.Unknown)
            return NotFound();
        Tell(result.Problems, result.Refusal);
        if (result.Conflicts.Count > 0 && await documents.Newest(Judged.Cycle.Plan, cancel) is { } now)
        {
            foreach (var conflict in result.Conflicts)
                ModelState.AddModelError("", ConflictSentence.Of(conflict, now, texts));
        }
        return Page();
    }

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostFactor(int cycle, string? kpi, string? fiscalYear, string? note, string? rejudgeIn, CancellationToken cancel)
    {
        if (!await Find(cycle, cancel))
            return NotFound();
        var result = await factors.Add(cycle, new FactorEntry(kpi ?? "", Year(fiscalYear), (note ?? "").ReplaceLineEndings("\n"), Year(rejudgeIn)), cancel);
        if (result.IsDone)
        {
            TempData["Status"] = texts["factor.added"];
            return Redirect(Address());
        }
        Tell(result.Problems, result.Refusal);
        return Page();
    }

    /// <summary>What stands in a field: what was typed, else what is known.</summary>
    public string Value(string field, string? known) => Request.HasFormContentType && Request.Form.ContainsKey(field) ? Request.Form[field].ToString() : known ?? "";

    public string Address()
    {
        var query = new List<string>();
        if (Show is not null)
            query.Add($"show={Uri.EscapeDataString(ShowWord)}");
        if (PolicyId is { } policy)
            query.Add($"policy={Uri.EscapeDataString(policy)}");
        return string.Create(CultureInfo.InvariantCulture, $"/cycles/{Judged.Cycle.Id}/judgements{(query.Count == 0 ? "" : "?")}{string.Join('&', query)}");
    }

    // Only what is other than before: nobody signs again what others said.
    private IEnumerable<JudgementEntry> Entries()
    {
        foreach (var (line, by) in Judged.Lines.SelectMany(line => new[] { JudgedBy.Department, JudgedBy.Headquarters }, (line, by) => (line, by)))
        {
            var field = JudgementEntry.FieldOf(by, line.Subject);
            if (!Request.Form.TryGetValue(field, out var grade))
                continue;
            var before = by == JudgedBy.Department ? line.Department : line.Headquarters;
            var entry = new JudgementEntry(line.Subject, by, grade.ToString().Length == 0 ? null : grade.ToString(), Request.Form[$"reason-{field}"].ToString().Trim().ReplaceLineEndings("\n"));
            if (entry.Grade != before?.Grade || (entry.Grade is not null && entry.Reason != (before?.Reason ?? "")))
                yield return entry;
        }
    }

    private void Tell(IReadOnlyList<EntryProblem> problems, AnswerRefusal refusal)
    {
        foreach (var problem in problems)
            ModelState.AddModelError(problem.Field, texts[problem.TextKey, problem.Arguments]);
        if (refusal is not (AnswerRefusal.Wrong or AnswerRefusal.Changed))
            ModelState.AddModelError("", texts[$"judgement.refused.{JsonNamingPolicy.CamelCase.ConvertName(refusal.ToString())}"]);
    }

    private async Task<bool> Find(int cycle, CancellationToken cancel) => await JudgementPage.Read(db, documents, city, cycle, cancel) is { } page && (Judged = page) is not null;

    private static int? Year(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
