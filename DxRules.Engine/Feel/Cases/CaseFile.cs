using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Cases;

/// <summary>A file of conformance cases, one JSON object a line.</summary>
/// <param name="Cases">The cases, in the order of the file.</param>
/// <param name="Diagnostics">The lines that are none.</param>
internal sealed record CaseFile(IReadOnlyList<FeelCase> Cases, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Reads a file; empty lines are passed over. Nothing in it makes this throw.</summary>
    public static CaseFile Read(SourceText source)
    {
        var cases = new List<FeelCase>();
        var diagnostics = new List<Diagnostic>();
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.Line(number);
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                cases.Add(FeelCase.Read(line));
            }
            catch (FormatException wrong)
            {
                diagnostics.Add(CaseErrors.NotACase(source, new TextSpan(source.OffsetOf(number, 1), line.Length), wrong.Message));
            }
        }
        return new CaseFile(cases, diagnostics);
    }
}
