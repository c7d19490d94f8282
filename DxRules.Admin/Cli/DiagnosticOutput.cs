using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Prints what is wrong with files, for people.</summary>
internal static class DiagnosticOutput
{
    /// <summary>All diagnostics in their order, an empty line between two.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Diagnostic> diagnostics, Language language)
    {
        foreach (var diagnostic in diagnostics)
        {
            output.WriteLine(DiagnosticPrinter.Print(diagnostic, language));
            output.WriteLine();
        }
    }

    /// <summary>エラー3件、警告1件</summary>
    public static string Count(IReadOnlyCollection<Diagnostic> diagnostics, Language language)
    {
        var errors = diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var warnings = diagnostics.Count - errors;
        return new LocalizedText($"エラー{errors}件、警告{warnings}件", $"errors: {errors}, warnings: {warnings}").In(language);
    }

    /// <summary>0 where there are none, 1 where there are only warnings, 2 where something cannot be used.</summary>
    public static int ExitCodeOf(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(d => d.Severity == DiagnosticSeverity.Error ? ExitCode.CouldNotRun : ExitCode.Findings).DefaultIfEmpty(ExitCode.Ok).Max();
}
