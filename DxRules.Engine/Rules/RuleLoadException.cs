using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>Rule files, or the profile, cannot be used: thrown by what loads them without giving their diagnostics back.</summary>
public sealed class RuleLoadException : Exception
{
    // As many as a log shows without being drowned; the others are in Diagnostics.
    private const int Printed = 10;

    /// <param name="diagnostics">All that is to be said about the files; the message prints the first errors.</param>
    public RuleLoadException(IReadOnlyList<Diagnostic> diagnostics)
        : base(Write(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>All that is to be said about the files, warnings too, in their order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    private static string Write(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var more = errors.Count > Printed ? $"\nand {errors.Count - Printed} more" : "";
        return $"The rules cannot be used: {errors.Count} {(errors.Count == 1 ? "error" : "errors")}.\n"
            + string.Join("\n", errors.Take(Printed).Select(d => DiagnosticPrinter.Print(d, Language.English))) + more;
    }
}
