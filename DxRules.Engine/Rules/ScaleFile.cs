using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A rating scale (format dxscale/1): the grades by which a city says how things stand.</summary>
/// <param name="Uses">Groups of shared parameters its boundaries are taken from.</param>
/// <param name="Grades">Best first; those of kind notAssessable last.</param>
internal sealed record ScaleFile(
    SourceText Source,
    string Hash,
    bool HasErrors,
    Located<string> Id,
    LocalizedText Title,
    IReadOnlyList<Located<string>> Sources,
    IReadOnlyList<Located<string>> Uses,
    IReadOnlyList<GradeDefinition> Grades);

/// <param name="Label">順調</param>
/// <param name="Symbol">A, ◎</param>
/// <param name="From">The least pace that earns the grade; null for the last grade, which takes the rest, and for notAssessable.</param>
internal sealed record GradeDefinition(LocalizedText Label, string? Symbol, Located<GradeKind> Kind, Boundary? From);

/// <summary>What a grade says, whatever a city calls it.</summary>
public enum GradeKind
{
    /// <summary>良好</summary>
    Good,

    /// <summary>遅れ</summary>
    Behind,

    /// <summary>判定外: says nothing about how things stand.</summary>
    NotAssessable,
}

/// <summary>A figure of the scale's own, or a shared parameter written as <c>group.member</c>; exactly one of the two.</summary>
internal sealed record Boundary(TextSpan Span, decimal? Value, string? Group, string? Member);
