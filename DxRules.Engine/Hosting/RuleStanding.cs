using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Hosting;

/// <summary>How the rules of a host stand after they were last loaded, or could not be.</summary>
/// <param name="Check">The rules that judge: the last ones without errors.</param>
/// <param name="LoadedAt">When these were loaded.</param>
/// <param name="TriedAt">When the files were last read; later than <paramref name="LoadedAt"/> where they had errors.</param>
/// <param name="Diagnostics">What was said about the files then, warnings too.</param>
public sealed record RuleStanding(PlanCheck Check, DateTimeOffset LoadedAt, DateTimeOffset TriedAt, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether the rules that judge are those of the files. False where the files have errors: then <see cref="Diagnostics"/> names them, and the old rules go on judging.</summary>
    public bool IsUpToDate => !Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
