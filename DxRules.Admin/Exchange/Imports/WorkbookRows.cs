using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Tells of each row of a workbook what became of it since the workbook was made.</summary>
/// <param name="cells">The cell that stands for each object that was read.</param>
internal sealed class WorkbookRows(PlanSlice slice, IReadOnlyDictionary<PlanObject, CellPlace> cells)
{
    private readonly List<ImportedRow> all = [];
    private readonly List<CellProblem> problems = [];

    /// <summary>Sheet by sheet, as they stand there; of each sheet last those that are gone.</summary>
    public IReadOnlyList<ImportedRow> All => [.. all.OrderBy(row => SheetOf(row.At)).ThenBy(row => row.Outcome == ImportOutcome.Removed).ThenBy(row => row.At.Row)];

    public IReadOnlyList<CellProblem> Problems => problems;

    public void Compare(PlanDocument now) => Compare(WorkbookShape.Instance.Root, slice.Document, now);

    private static int SheetOf(CellPlace at) => WorkbookShape.Instance.Sheets.TakeWhile(sheet => sheet.Name != at.Sheet).Count();

    private void Compare(SheetShape sheet, PlanObject? old, PlanObject? now)
    {
        var outcome = (old, now) switch
        {
            (null, _) => ImportOutcome.Added,
            (_, null) => ImportOutcome.Removed,
            _ => PlanRow.CellsOf(sheet, old).SequenceEqual(PlanRow.CellsOf(sheet, now)) ? ImportOutcome.Unchanged : ImportOutcome.Changed,
        };
        var at = now is null ? new CellPlace(sheet.Name, 1, 0) : cells[now];
        var row = (now ?? old)!;
        all.Add(new ImportedRow(at, outcome, sheet.Id is { } id ? (string?)PlanRow.At(row, id.Path) : null, PlanRow.TitleOf(row) ?? sheet.Name));
        if (old is not null && outcome is ImportOutcome.Changed or ImportOutcome.Removed && slice.Context.Contains(old!))
            problems.Add(ForReading(at, PlanRow.TitleOf(row) ?? sheet.Name));
        foreach (var list in sheet.Lists)
            CompareRows(WorkbookShape.Instance.Below(sheet, list), list, RowsOf(old, list), RowsOf(now, list));
    }

    private void CompareRows(SheetShape sheet, RowList list, IReadOnlyList<PlanObject> old, IReadOnlyList<PlanObject> now)
    {
        var (before, after) = (ByKey(list, old), ByKey(list, now));
        foreach (var (key, row) in after)
            Compare(sheet, before.GetValueOrDefault(key), row);
        foreach (var (key, row) in before)
        {
            if (!after.ContainsKey(key))
                Compare(sheet, row, null);
        }
    }

    private static IReadOnlyList<PlanObject> RowsOf(PlanObject? record, RowList list) => record is null ? [] : (IReadOnlyList<PlanObject>?)PlanRow.At(record, list.Path) ?? [];

    private static OrderedDictionary<string, PlanObject> ByKey(RowList list, IReadOnlyList<PlanObject> rows)
    {
        var keys = ElementKeys.Of(PlanShape.Of(list.Member.ValueType), rows, (row, part) => PlanText.Of(part.Get(row)));
        return new OrderedDictionary<string, PlanObject>(keys.Zip(rows, KeyValuePair.Create), StringComparer.Ordinal);
    }

    private static CellProblem ForReading(CellPlace at, string title) => new(at, new Diagnostic("DX674", DiagnosticSeverity.Error, new LocalizedText(
        $"「{title}」は参考に載せた行（灰色）で、この書式では変えられません。元に戻してください。", $"'{title}' is there to be read only and cannot be changed by this workbook. Put it back."), new SourceText("", ""), default));
}
