using System.Globalization;
using DxRules.Admin.Charts;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Papers;
using DxRules.Admin.People;
using DxRules.Engine.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Papers;

/// <summary>The paper on a cycle for the headquarters, to be printed on A4.</summary>
internal sealed class IndexModel(AdminDb db, CouncilPapers papers, Texts texts) : PageModel
{
    /// <summary>Characters of what is printed at the top.</summary>
    public const int LongestNumber = 20;
    public const int LongestMeeting = 60;

    private static readonly GradeKind[] Kinds = [GradeKind.Good, GradeKind.Behind, GradeKind.NotAssessable];

    public CycleHead Cycle { get; private set; } = null!;

    /// <summary>Null where nothing was checked yet.</summary>
    public CouncilPaper? Paper { get; private set; }

    public IReadOnlySet<PaperPart> Parts { get; private set; } = new HashSet<PaperPart>();

    /// <summary>The numbers of the frozen issues, the newest first.</summary>
    public IReadOnlyList<int> Issues { get; private set; } = [];

    /// <summary>資料1; empty where none is given.</summary>
    public string Number { get; private set; } = "";

    /// <summary>第1回デジタル化推進本部会議; likewise.</summary>
    public string Meeting { get; private set; } = "";

    /// <param name="issue">Null for the newest, or a draft.</param>
    /// <param name="part">Words of <see cref="PaperPart"/>; all parts where there is none.</param>
    /// <param name="format"><c>xlsx</c> for a workbook; the page otherwise.</param>
    [Permits(Access.ReadWhole)]
    public async Task<IActionResult> OnGet(int cycle, int? issue, string[]? part, string? number, string? meeting, string? format, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head)
            return NotFound();
        Cycle = head;
        Issues = await db.CycleIssues.Where(row => row.CycleId == cycle).OrderByDescending(row => row.Number).Select(row => row.Number).ToListAsync(cancel);
        if (issue is { } asked && !Issues.Contains(asked))
            return NotFound();
        var parts = (part ?? []).Where(word => Enum.IsDefined(typeof(PaperPart), word)).Select(Enum.Parse<PaperPart>).ToHashSet();
        Parts = parts.Count > 0 ? parts : Enum.GetValues<PaperPart>().ToHashSet();
        (Number, Meeting) = (Short(number, LongestNumber), Short(meeting, LongestMeeting));
        Paper = (await papers.Read(cycle, issue, cancel))?.Only(Parts);
        return format == ListingFile.Excel && Paper is { } paper ? Workbook(paper) : Page();
    }

    /// <summary>The address of what is shown, as a workbook.</summary>
    public string WorkbookAddress => QueryHelpers.AddQueryString(
        string.Create(CultureInfo.InvariantCulture, $"/cycles/{Cycle.Id}/paper"),
        [
            new("format", ListingFile.Excel), .. Parts.Order().Select(part => new KeyValuePair<string, string?>("part", part.ToString())),
            new("number", Number.Length > 0 ? Number : null), new("meeting", Meeting.Length > 0 ? Meeting : null), new("issue", Paper?.Head.Issue?.ToString(CultureInfo.InvariantCulture)),
        ]);

    private FileContentResult Workbook(CouncilPaper paper) =>
        new(PaperWorkbook.Write(paper, Number, Meeting, texts), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        {
            FileDownloadName = string.Create(CultureInfo.InvariantCulture, $"dxrules-paper-{Cycle.Code}-{Cycle.FiscalYear}.xlsx"),
        };

    /// <summary>How many policies, initiatives and KPIs come as planned; drawn from the rows of the table below it.</summary>
    public Chart? Grades()
    {
        IReadOnlyList<Stack> rows = [.. GradeRows().Where(row => row.Counts.Sum() > 0)];
        return rows.Count == 0 ? null : new Chart(
            "grades", texts["paper.grades", rows[0].Counts.Sum(), rows[0].Counts[0], rows[0].Counts[1], rows[0].Counts[2]],
            string.Concat(rows.Select(row => texts["paper.gradesTold", row.Label, row.Counts[0], row.Counts[1], row.Counts[2]])),
            canvas => StackedRows.Draw(canvas, GradeParts(), rows));
    }

    /// <summary>What the picture shows, row by row.</summary>
    public IEnumerable<Stack> GradeRows()
    {
        if (Paper?.Policies is { } policies)
            yield return Row("paper.policies.short", policies.Select(policy => policy.Rule.Kind));
        if (Paper?.Kpis is { } kpis)
            yield return Row("paper.kpis.short", kpis.Select(kpi => kpi.Grade.Kind));
        if (Paper?.Results is { } results)
            yield return Row("paper.results.short", results.Select(result => result.Grade?.Kind ?? GradeKind.NotAssessable));
    }

    public IReadOnlyList<StackPart> GradeParts() =>
    [
        new(texts["kpi.grade.good"], ChartFill.OfTone("green", FillPattern.Solid)),
        new(texts["kpi.grade.behind"], ChartFill.OfTone("orange", FillPattern.Diagonal)),
        new(texts["kpi.grade.notAssessable"], ChartFill.OfTone("gray", FillPattern.Outline)),
    ];

    /// <summary>第1版, 案.</summary>
    public string Standing => Paper!.Head.Issue is { } number ? texts["paper.issue", number] : texts["paper.draft"];

    private Stack Row(string word, IEnumerable<GradeKind> grades)
    {
        var counts = grades.CountBy(kind => kind).ToDictionary();
        return new Stack(texts[word], [.. Kinds.Select(kind => counts.GetValueOrDefault(kind))]);
    }

    private static string Short(string? text, int longest) => text?.Trim() is { } typed ? typed[..Math.Min(typed.Length, longest)] : "";
}
