using System.Runtime.CompilerServices;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Plans;

/// <summary>What pages make of documents, kept as long as the documents are: a page need not judge a plan anew.</summary>
internal sealed class PlanSights
{
    private readonly ConditionalWeakTable<PlanDocument, PlanSight> sights = [];
    private readonly ConditionalWeakTable<PlanSight, Graded> grades = [];

    /// <param name="document">As the viewer may see it.</param>
    /// <param name="day">As of which it is shown.</param>
    public PlanSight Of(PlanDocument document, DateOnly day)
    {
        if (sights.TryGetValue(document, out var known) && known.Day == day)
            return known;
        var made = new PlanSight(document, day);
        sights.AddOrUpdate(document, made);
        return made;
    }

    /// <summary>The grades of the plan, its policies, initiatives, KPIs and series, by their ids.</summary>
    /// <param name="rules">The shipped rules as the plan's city has set them.</param>
    public IReadOnlyDictionary<string, SubjectGrade> Grades(PlanSight sight, PlanCheck rules)
    {
        if (grades.TryGetValue(sight, out var known) && known.Profile == rules.Profile.Hash)
            return known.Grades;
        var made = new Graded(rules.Profile.Hash, rules.Grades(sight.Document, sight.Day).Subjects.ToDictionary(grade => grade.Subject.Id, StringComparer.Ordinal));
        grades.AddOrUpdate(sight, made);
        return made.Grades;
    }

    private sealed record Graded(string Profile, IReadOnlyDictionary<string, SubjectGrade> Grades);
}
