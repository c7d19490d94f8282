using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>Something about a cell that a person should see.</summary>
/// <param name="At">Null where the file as a whole is meant.</param>
/// <param name="Problem">An error where it has to be mended first, a warning where what was read may be taken over.</param>
internal sealed record CellProblem(CellPlace? At, Diagnostic Problem)
{
    public bool IsError => Problem.Severity == DiagnosticSeverity.Error;
}

/// <summary>What is wrong with a file of cells, in the order in which it is found.</summary>
/// <param name="file">How messages name it.</param>
internal sealed class CellProblems(string file)
{
    private readonly List<CellProblem> all = [];
    private readonly SourceText source = new(file, "");

    public bool AnyErrors => all.Exists(problem => problem.IsError);

    /// <summary>Whether the file as a whole cannot be used.</summary>
    public bool AnyErrorsInFile => all.Exists(problem => problem.IsError && problem.At is null);

    public IReadOnlyList<CellProblem> All => all;

    public void Add(CellProblem problem) => all.Add(problem);

    public void File(string code, string ja, string en, LocalizedText? hint = null) => Add(null, DiagnosticSeverity.Error, code, ja, en, hint);

    public void Sheet(string sheet, string code, string ja, string en) => Cell(new CellPlace(sheet, 1, 0), code, ja, en);

    public void Cell(CellPlace at, string code, string ja, string en, LocalizedText? hint = null) => Add(at, DiagnosticSeverity.Error, code, ja, en, hint);

    /// <summary>Something that does not keep the file from being read.</summary>
    public void Warn(CellPlace? at, string code, string ja, string en, LocalizedText? hint = null) => Add(at, DiagnosticSeverity.Warning, code, ja, en, hint);

    private void Add(CellPlace? at, DiagnosticSeverity severity, string code, string ja, string en, LocalizedText? hint) =>
        all.Add(new CellProblem(at, new Diagnostic(code, severity, new LocalizedText(ja, en), source, default, hint)));
}
