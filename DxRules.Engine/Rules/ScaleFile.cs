using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A rating scale (format dxscale/1): the grades by which a city says how things stand.</summary>
/// <param name="For">What it grades.</param>
/// <param name="Uses">Groups of shared parameters its boundaries are taken from.</param>
/// <param name="SurveyMargin">In surveys of opinion, a difference below this many points counts as none; null = 0.</param>
/// <param name="Grades">Best first; those of kind notAssessable last.</param>
internal sealed record ScaleFile(
    SourceText Source,
    string Hash,
    bool HasErrors,
    Located<string> Id,
    LocalizedText Title,
    IReadOnlySet<ScaleSubject> For,
    IReadOnlyList<Located<string>> Sources,
    IReadOnlyList<Located<string>> Uses,
    Boundary? SurveyMargin,
    IReadOnlyList<GradeDefinition> Grades)
{
    /// <summary>Every figure it takes from its file or a shared group.</summary>
    public IEnumerable<Boundary> Boundaries => Grades.Select(grade => grade.From).Append(SurveyMargin).OfType<Boundary>();
}

/// <summary>What a scale can grade.</summary>
internal enum ScaleSubject
{
    /// <summary>指標 and its 系列, by their figures.</summary>
    Kpi,

    /// <summary>取組, by its schedule and status.</summary>
    Initiative,
}

/// <param name="Label">順調</param>
/// <param name="Symbol">A, ◎</param>
/// <param name="From">The least pace that earns the grade; null where it is earned otherwise.</param>
/// <param name="When">Words any one of which earns the grade; empty where it is earned by pace. A judged grade with neither takes the rest.</param>
internal sealed record GradeDefinition(LocalizedText Label, string? Symbol, Located<GradeKind> Kind, Boundary? From, IReadOnlyList<Located<GradeWord>> When)
{
    /// <summary>Whether the status of an initiative earns it, which settles the grade before anything else is looked at.</summary>
    public bool IsByStatus => When.Any(word => word.Value.IsStatus());
}

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

/// <summary>Conditions of a grade that are no pace.</summary>
internal enum GradeWord
{
    /// <summary>達成: the target value is reached.</summary>
    Achieved,

    /// <summary>改善: better than the baseline.</summary>
    Improved,

    /// <summary>維持: as the baseline, or in a survey less than the margin away from it.</summary>
    Unchanged,

    /// <summary>悪化: worse than the baseline.</summary>
    Worsened,

    /// <summary>完了: the initiative is complete.</summary>
    Completed,

    /// <summary>未着手: the initiative is not started though its first phase has begun by the roadmap.</summary>
    NotStarted,

    /// <summary>休止</summary>
    Suspended,

    /// <summary>中止</summary>
    Cancelled,
}

internal static class GradeWords
{
    /// <summary>Whether the word is about the status of an initiative; the others are about the figures of a KPI.</summary>
    public static bool IsStatus(this GradeWord word) => word >= GradeWord.Completed;
}

/// <summary>A figure of the scale's own, or a shared parameter written as <c>group.member</c>; exactly one of the two.</summary>
internal sealed record Boundary(TextSpan Span, decimal? Value, string? Group, string? Member);
