using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>What is wrong with a workbook, in the order in which it is found.</summary>
internal sealed class WorkbookProblems(string file)
{
    private readonly List<(CellPlace? At, Diagnostic Problem)> all = [];
    private readonly SourceText source = new(file, "");

    public bool Any => all.Count > 0;

    public IReadOnlyList<(CellPlace? At, Diagnostic Problem)> All => all;

    public void File(string code, string ja, string en) => Add(null, code, ja, en);

    /// <summary>The same where nothing can be read at all.</summary>
    public IReadOnlyList<SheetTable>? Nothing(string code, string ja, string en)
    {
        File(code, ja, en);
        return null;
    }

    public void Sheet(string sheet, string code, string ja, string en) => Add(new CellPlace(sheet, 1, 0), code, ja, en);

    public void Cell(CellPlace at, string code, string ja, string en) => Add(at, code, ja, en);

    private void Add(CellPlace? at, string code, string ja, string en) =>
        all.Add((at, new Diagnostic(code, DiagnosticSeverity.Error, new LocalizedText(ja, en), source, default)));
}
