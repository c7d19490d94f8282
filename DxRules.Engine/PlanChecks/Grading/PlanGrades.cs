using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Grading;

/// <summary>The grades of a plan's policies, initiatives, KPIs and series by a city's rating scale, and what each rests on.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Scale">Id of the scale, or of both where KPIs and initiatives have one each; null for the built-in standard.</param>
/// <param name="Subjects">The plan first, then policy by policy in document order: a policy, its initiatives with their KPIs, its own KPIs; KPIs of the plan itself last. Each KPI is followed by its series.</param>
public sealed record PlanGrades(string Plan, string Municipality, DateOnly AsOf, string? Scale, IReadOnlyList<SubjectGrade> Subjects);

/// <summary>The grade a rule-made judgement gives a subject. It stands beside those of people and never replaces them.</summary>
/// <param name="Label">順調, or what the city's scale calls it. Where facts are missing, the scale's word for what cannot be judged.</param>
/// <param name="Symbol">A, ◎; null where the scale has no sign for it.</param>
/// <param name="Kind">Not assessable is neither the worst nor a good grade.</param>
/// <param name="Formula">How it came about.</param>
/// <param name="Origin">From where progress counts; null where it counts from nowhere.</param>
/// <param name="Figures">The figures that went into the formula, each with its own.</param>
/// <param name="Missing">The facts that are lacking; empty where none is.</param>
/// <param name="Reason">Why it could not be assessed; null where it was.</param>
/// <param name="Counts">Of a plan or policy: how many of what lies below have which grade; else empty.</param>
public sealed record SubjectGrade(
    AlertSubject Subject,
    LocalizedText Label,
    string? Symbol,
    GradeKind Kind,
    LocalizedText Formula,
    LocalizedText? Origin,
    IReadOnlyList<Evidence> Figures,
    IReadOnlyList<LocalizedText> Missing,
    LocalizedText? Reason,
    IReadOnlyList<GradeCount> Counts);

/// <summary>How many KPIs or initiatives have a grade.</summary>
/// <param name="Type">kpi or initiative.</param>
public sealed record GradeCount(string Type, LocalizedText Label, string? Symbol, GradeKind Kind, int Count);
