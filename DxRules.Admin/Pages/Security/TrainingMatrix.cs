using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Security;

/// <summary>Self-checks and training, department by fiscal year.</summary>
/// <param name="Years">Ascending.</param>
internal sealed record TrainingMatrix(IReadOnlyList<int> Years, IReadOnlyList<TrainingRow> Rows)
{
    /// <summary>The years of which anything is known, and the one that ended last: what is not recorded of it is missing.</summary>
    public static TrainingMatrix Of(PlanNode plan, DateOnly today)
    {
        var ended = FiscalYear.Of(today) - 1;
        var records = plan.DepartmentChecks ?? [];
        var years = records.Select(check => check.Record.FiscalYear).Append(ended).Distinct().Order().ToList();
        var known = records.ToLookup(check => (check.Department.Id, check.Record.FiscalYear), check => check.Record);
        return new TrainingMatrix(
            years,
            [
                .. (plan.Departments ?? []).Select(department => new TrainingRow(
                    department.Record, [.. years.Select(year => new TrainingCell(year, WasThere(department.Record, year), known[(department.Id, year)].LastOrDefault()))]))
                    .Where(row => row.Cells.Any(cell => cell.WasThere || cell.Record is not null)),
            ]);
    }

    /// <summary>How many departments of a year have done it, as far as is known.</summary>
    public TrainingSum Sum(int year)
    {
        var cells = Rows.SelectMany(row => row.Cells).Where(cell => cell.Year == year && (cell.WasThere || cell.Record is not null)).ToList();
        var counted = cells.Where(cell => cell.Record is { Headcount: not null, Trained: not null }).Select(cell => cell.Record!).ToList();
        var handled = cells.Where(cell => cell.Record is { Handlers: not null, HandlersTrained: not null } or { Handlers: 0 }).Select(cell => cell.Record!).ToList();
        return new TrainingSum(
            cells.Count, cells.Count(cell => cell.Record?.SelfCheckedOn is not null),
            counted.Sum(record => record.Headcount!.Value), counted.Sum(record => record.Trained!.Value), cells.Count - counted.Count,
            handled.Sum(record => record.Handlers!.Value), handled.Sum(record => record.HandlersTrained ?? 0), cells.Count - handled.Count);
    }

    private static bool WasThere(Department department, int year) =>
        (department.From is null || department.From.Value.Day <= FiscalYear.End(year)) && (department.To is null || department.To.Value.Day >= FiscalYear.Start(year));
}

internal sealed record TrainingRow(Department Department, IReadOnlyList<TrainingCell> Cells);

/// <param name="WasThere">Whether the department existed in the year.</param>
/// <param name="Record">Null where nothing was recorded, which is not the same as nothing done.</param>
internal sealed record TrainingCell(int Year, bool WasThere, DepartmentCheck? Record)
{
    /// <summary>Whether it is known that not all were trained.</summary>
    public bool IsShort => Record is { Headcount: { } all, Trained: { } trained } && trained < all;

    public bool HasUntrainedHandlers => Record is { Handlers: { } all, HandlersTrained: { } trained } && trained < all;
}

/// <param name="Departments">Those that existed in the year.</param>
/// <param name="UnknownTraining">Departments of which head count or training is not known, and which are in no sum.</param>
/// <param name="UnknownHandlers">The same of those who handle マイナンバー.</param>
internal sealed record TrainingSum(int Departments, int SelfChecked, int Headcount, int Trained, int UnknownTraining, int Handlers, int HandlersTrained, int UnknownHandlers);
