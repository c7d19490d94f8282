using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>What can be wrong with a scale as a whole: some subjects would get no grade, or some grades no subject.</summary>
internal static class ScaleChecks
{
    /// <param name="beginning">Where what a scale lacks is reported.</param>
    public static void Check(ScaleFile scale, TextSpan beginning, NodeReader reader)
    {
        CheckConditions(scale, reader);
        CheckOrder([.. scale.Grades.Where(grade => grade.Kind.Value != GradeKind.NotAssessable)], reader);
        CheckKinds(scale.Grades, beginning, reader);
        foreach (var boundary in scale.Boundaries.Where(boundary => boundary.Group is { } group && scale.Uses.All(use => use.Value != group)))
            reader.Report(RuleErrors.GroupNotUsed(reader.Source, boundary.Span, boundary.Group!));
    }

    private static void CheckConditions(ScaleFile scale, NodeReader reader)
    {
        foreach (var grade in scale.Grades)
        {
            if (grade.From is { } from && grade.When.Count > 0)
                reader.Report(RuleErrors.TwoConditions(reader.Source, from.Span));
            foreach (var word in grade.When)
            {
                if (grade.Kind.Value == GradeKind.NotAssessable && !word.Value.IsStatus())
                    reader.Report(RuleErrors.FigureNotAssessable(reader.Source, word.Span));
                else if (word.Value.IsStatus() ? !scale.For.Contains(ScaleSubject.Initiative) : scale.For.Contains(ScaleSubject.Initiative))
                    reader.Report(RuleErrors.WordOfOtherSubject(reader.Source, word.Span, word.Value.IsStatus()));
                else if (grade.IsByStatus != word.Value.IsStatus())
                    reader.Report(RuleErrors.MixedWords(reader.Source, word.Span));
            }
        }
    }

    // Best first: a grade after a worse one could never be given, and without a last grade some paces would get none. Grades by status
    // stand where the city has them in its order, and are no step of the pace.
    private static void CheckOrder(IReadOnlyList<GradeDefinition> judged, NodeReader reader)
    {
        var steps = judged.Where(grade => !grade.IsByStatus).ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            var (grade, isLast) = (steps[i], i == steps.Count - 1);
            var hasCondition = grade.From is not null || grade.When.Count > 0;
            if (hasCondition == isLast)
                reader.Report(RuleErrors.GradeBoundary(reader.Source, grade.From?.Span ?? grade.Kind.Span, isLast));
        }
        var from = steps.Where(grade => grade.From is not null).ToList();
        foreach (var (before, grade) in from.Zip(from.Skip(1)).Where(pair => pair.Second.From!.Value >= pair.First.From!.Value))
            reader.Report(RuleErrors.GradeOrder(reader.Source, grade.From!.Span));
        foreach (var (before, grade) in judged.Zip(judged.Skip(1)).Where(pair => pair.Second.Kind.Value < pair.First.Kind.Value))
            reader.Report(RuleErrors.GradeOrder(reader.Source, grade.From?.Span ?? grade.Kind.Span));
    }

    private static void CheckKinds(IReadOnlyList<GradeDefinition> grades, TextSpan beginning, NodeReader reader)
    {
        foreach (var grade in grades.Where(grade => grade.Kind.Value == GradeKind.NotAssessable && grade.From is not null))
            reader.Report(RuleErrors.GradeBoundary(reader.Source, grade.From!.Span, isLast: true));
        foreach (var kind in Enum.GetValues<GradeKind>().Where(kind => grades.Count > 0 && !grades.Any(grade => grade.Kind.Value == kind && IsForAll(grade))))
            reader.Report(RuleErrors.NoGradeOfKind(reader.Source, beginning, char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..]));
    }

    // 中止 says nothing of a figure that cannot be judged: that needs a grade of its own.
    private static bool IsForAll(GradeDefinition grade) => grade.Kind.Value != GradeKind.NotAssessable || grade.When.Count == 0;

    /// <summary>Reports boundaries that a profile, or a city's own parameters, have put out of their order.</summary>
    public static void CheckBoundaries(AppliedProfile applied, ProfileFile? profile, List<Diagnostic> diagnostics)
    {
        foreach (var scale in applied.Scales)
        {
            decimal? before = null;
            foreach (var boundary in scale.Grades.Select(grade => grade.From).OfType<Boundary>())
            {
                var value = applied.ValueOf(boundary);
                if (value >= before)
                    diagnostics.Add(OutOfOrder(boundary, scale, applied, profile));
                before = value;
            }
        }
    }

    private static Diagnostic OutOfOrder(Boundary boundary, ScaleFile scale, AppliedProfile applied, ProfileFile? profile)
    {
        var owner = boundary.Group is { } name ? applied.Folder.Groups.First(group => group.Name.Value == name || group.En.Value == name) : null;
        var change = profile?.Parameters.FirstOrDefault(change => owner is not null && (change.Owner.Value == owner.Name.Value || change.Owner.Value == owner.En.Value));
        return change is null
            ? RuleErrors.GradeOrder(scale.Source, boundary.Span)
            : RuleErrors.BoundariesCrossed(profile!.Source, change.Value.Span, scale.Id.Value);
    }
}
