using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What a row says of an initiative: who does it, and its report and money of a year.</summary>
internal sealed class InitiativeEntry(RowEntry row, Initiative initiative, Policy policy)
{
    private static readonly (ImportField Field, string Member, Func<InitiativeReport, string?> Of, Func<InitiativeReport, string, InitiativeReport> With)[] Texts =
    [
        (ImportField.Planned, "planned", report => report.Planned, (report, text) => report with { Planned = text }),
        (ImportField.Done, "done", report => report.Done, (report, text) => report with { Done = text }),
        (ImportField.DelayReason, "delayReason", report => report.DelayReason, (report, text) => report with { DelayReason = text }),
        (ImportField.Issues, "issues", report => report.Issues, (report, text) => report with { Issues = text }),
        (ImportField.NextYear, "nextYear", report => report.NextYear, (report, text) => report with { NextYear = text }),
    ];

    private static readonly HashSet<string> Nothing = [.. new[] { "なし", "無し", "無", "特になし", "特に無し", "該当なし", "該当無し" }.Select(TextKeys.Key)];

    public void Write()
    {
        if (row.Table.First(ImportField.Description) is { } description && row.Words(description) is { } text
            && row.Says(initiative.Id, "description", text, row.At(description), IsSame(initiative.Description, text)))
            row.Work.Edits.Change<Initiative>(initiative.Id, now => now with { Description = text });
        WriteDepartments();
        foreach (var (field, member, of, with) in Texts)
        {
            foreach (var column in row.Table.All(field))
                WriteText(column, member, of, with);
        }
        foreach (var column in row.Table.All(ImportField.Status))
            WriteStatus(column);
        foreach (var column in row.Table.All(ImportField.Progress))
            WriteProgress(column);
        foreach (var column in row.Table.All(ImportField.Budget))
            WriteMoney(column, "budget", budget => budget.Budget, (budget, yen) => budget with { Budget = yen });
        foreach (var column in row.Table.All(ImportField.Settled))
            WriteMoney(column, "settled", budget => budget.Settled, (budget, yen) => budget with { Settled = yen });
    }

    private void WriteText(MappedColumn column, string member, Func<InitiativeReport, string?> of, Func<InitiativeReport, string, InitiativeReport> with)
    {
        if (row.Words(column) is not { } text || (column.Field is ImportField.DelayReason or ImportField.Issues && Nothing.Contains(TextKeys.Key(text))) || row.YearOf(column) is not { Year: { } year })
            return;
        row.Work.Years.Saw(initiative, year, text, of);
        if (row.Says(initiative.Id, $"reports/{PlanText.Of(year)}/{member}", text, row.At(column), IsSame(ReportOf(year) is { } report ? of(report) : null, text)))
            ChangeReport(year, report => with(report, text));
    }

    private void WriteStatus(MappedColumn column)
    {
        if (row.Words(column) is not { } text)
            return;
        if (KpiWords.Work(text) is not { } status)
        {
            row.Problems.NoWord(row.At(column), text, "未着手・実施中・完了・休止・中止");
            return;
        }
        if (row.YearOf(column) is not { Year: { } year } || !row.Says(initiative.Id, $"reports/{PlanText.Of(year)}/status", text, row.At(column), ReportOf(year)?.Status == status))
            return;
        ChangeReport(year, report => report with { Status = status });
        if (IsLatest(year) && row.Says(initiative.Id, "status", text, row.At(column), initiative.Status == status))
            row.Work.Edits.Change<Initiative>(initiative.Id, now => now with { Status = status });
    }

    private void WriteProgress(MappedColumn column)
    {
        if (row.Figure(column, null) is not { Value: { } figure } reading)
            return;
        var isPercent = reading.Unit is { } unit && TextKeys.Key(unit) is "%" or "パーセント";
        var share = isPercent || figure > 1 ? figure / 100 : figure;
        if (share is < 0 or > 1 || (!isPercent && figure == 1))
        {
            row.Problems.NoFigure(row.At(column), reading.Raw);
            row.Block();
            return;
        }
        if (row.YearOf(column) is not { Year: { } year } || !row.Says(initiative.Id, $"reports/{PlanText.Of(year)}/progress", PlanText.Of(share)!, row.At(column), ReportOf(year)?.Progress == share))
            return;
        var raw = FigureOf.IsRough(reading.Raw) ? reading.Raw.Trim() : null;
        ChangeReport(year, report => report with { Progress = share, Raw = Wordings.Of(report.Raw, ("progress", raw)) });
        if (IsLatest(year) && row.Says(initiative.Id, "progress", PlanText.Of(share)!, row.At(column), initiative.Progress == share))
            row.Work.Edits.Change<Initiative>(initiative.Id, now => now with { Progress = share });
    }

    private void WriteMoney(MappedColumn column, string member, Func<YearBudget, decimal?> of, Func<YearBudget, decimal, YearBudget> with)
    {
        if (row.Figure(column, null) is not { Value: { } figure } reading)
            return;
        if (UnitScale.Factor(reading.Unit ?? "円", "円") is not { } factor)
        {
            row.Problems.OtherUnit(row.At(column), reading.Unit!, "円");
            row.Block();
            return;
        }
        if (row.YearOf(column) is not { Year: { } year })
            return;
        var yen = figure * factor;
        if (row.Says(initiative.Id, $"budgets/{PlanText.Of(year)}/{member}", PlanText.Of(yen)!, row.At(column), initiative.Budgets.FirstOrDefault(budget => budget.FiscalYear == year) is { } before && of(before) == yen))
            row.Work.Edits.Change<Initiative>(initiative.Id, now => now with { Budgets = Rows.Put(now.Budgets, budget => budget.FiscalYear, year, budget => with(budget ?? new YearBudget { FiscalYear = year }, yen)) });
    }

    private void WriteDepartments()
    {
        var cells = RowDepartments.Read(row, initiative.Departments);
        if (cells is null || cells.IsNothing)
            return;

        // An initiative without departments of its own is that of its policy's.
        if (initiative.Departments.Count == 0 && policy.Departments is { } ofPolicy && cells.Leading.Concat(cells.Supporting).All(id => ofPolicy.Any(department => department.Id == id)))
            return;
        var now = cells.Over(initiative.Departments);
        if (row.Says(initiative.Id, "departments", string.Join("、", now), cells.At, now.SequenceEqual(initiative.Departments)))
            row.Work.Edits.Change<Initiative>(initiative.Id, initiative => initiative with { Departments = now });
    }

    private InitiativeReport? ReportOf(int year) => initiative.Reports?.LastOrDefault(report => report.FiscalYear == year);

    private bool IsLatest(int year) => initiative.Reports?.Any(report => report.FiscalYear > year) != true;

    private void ChangeReport(int year, Func<InitiativeReport, InitiativeReport> change)
    {
        var on = row.Date(row.Table.First(ImportField.ReportedOn)).Date ?? row.Work.Today;
        row.Work.Edits.Change<Initiative>(initiative.Id, now => now with
        {
            Reports = Rows.Put(now.Reports, report => report.FiscalYear, year, report => change(report ?? new InitiativeReport { On = on, FiscalYear = year })),
        });
    }

    private static bool IsSame(string? before, string text) => before is not null && before.ReplaceLineEndings("\n").Trim() == text;
}
