using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>A plan that was to be checked and could not be read.</summary>
/// <param name="Source">How it was named: usually a path.</param>
/// <param name="Diagnostics">All that is wrong with it.</param>
public sealed record UnreadablePlan(string Source, IReadOnlyList<Diagnostic> Diagnostics);
