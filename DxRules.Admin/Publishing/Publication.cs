using DxRules.Admin.Data;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Marks;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Publishing;

/// <summary>
/// What the public is told of a plan for one fiscal year: data only, so that what is approved, shown, saved and handed on as open data is the same. It
/// holds nothing on security and nobody's name. Texts are those of the plan and of the departments; words of ours (grades, states) are added where it is shown.
/// </summary>
/// <param name="Categories">分野, in document order.</param>
/// <param name="Policies">施策, likewise, with their initiatives.</param>
/// <param name="Kpis">Of the plan, then of the policies and their initiatives in document order.</param>
/// <param name="Responses">What is done about what the check found: approved answers, the gravest first.</param>
/// <param name="Actions">改善策 carried into the next year.</param>
/// <param name="Meetings">Of the year of the review, in order of time.</param>
internal sealed record Publication(
    PublicationHead Head,
    IReadOnlyList<PublicCategory> Categories,
    IReadOnlyList<PublicPolicy> Policies,
    IReadOnlyList<PublicKpi> Kpis,
    IReadOnlyList<PublicResponse> Responses,
    IReadOnlyList<PublicAction> Actions,
    IReadOnlyList<PublicMeeting> Meetings)
{
    /// <summary>What a file of a publication says of itself.</summary>
    public const string FormatName = "dxpublication/1";
}

/// <param name="Code">全国地方公共団体コード, six digits.</param>
/// <param name="Plan">Id of the plan.</param>
/// <param name="FiscalYear">対象年度.</param>
/// <param name="AsOf">The day as of which the plan was checked.</param>
/// <param name="Issue">The number of the frozen issue of the review; null where the review is not closed yet.</param>
/// <param name="Correction">Why the frozen issue was corrected; null where it was not.</param>
internal sealed record PublicationHead(
    [property: MunicipalityCode] string Code, string Municipality, string? Prefecture, [property: Id] string Plan, string PlanTitle, DateOnly? Start, DateOnly? End,
    [property: FiscalYearNumber] int FiscalYear, DateOnly AsOf, int? Issue, string? Correction);

/// <param name="Parent">Id of the category above it.</param>
internal sealed record PublicCategory([property: Id] string Id, string? Number, string Title, [property: Reference(ReferenceTo.Category)] string? Parent);

/// <param name="Symbol">A; null where the scale has no sign for it.</param>
internal sealed record PublicGrade(Bilingual Label, string? Symbol, GradeKind Kind);

/// <param name="Grade">What the headquarters decided, else what the department said, else what the scale makes of the figures.</param>
/// <param name="GradeReason">Why the headquarters grade it so.</param>
/// <param name="Departments">Names, the leading one first.</param>
internal sealed record PublicPolicy(
    [property: Id] string Id, string? Number, string Title, [property: Reference(ReferenceTo.Category)] string? Category, string? Purpose, IReadOnlyList<string> Departments,
    PublicGrade Grade, string? GradeReason, IReadOnlyList<PublicInitiative> Initiatives);

/// <param name="Start">Of its first phase; null where nobody knows, likewise <paramref name="End"/> of its last.</param>
/// <param name="Progress">0 to 1; null where nobody knows.</param>
/// <param name="Done">What was done in the year, in the department's words, as the next three.</param>
internal sealed record PublicInitiative(
    [property: Id] string Id, string? Number, string Title, string? Description, IReadOnlyList<string> Departments, PublicGrade Grade, WorkStatus? Status,
    [property: Share] decimal? Progress, DateOnly? Start, DateOnly? End, string? Done, string? DelayReason, string? Issues, string? NextYear);

/// <param name="Policy">Id; null for a KPI of the plan.</param>
/// <param name="Initiative">Id; null where it is not one of an initiative.</param>
internal sealed record PublicKpi(
    [property: Id] string Id, string Title, [property: Reference(ReferenceTo.Subject)] string? Policy, [property: Reference(ReferenceTo.Subject)] string? Initiative,
    string? Definition, string? Unit, KpiKind? Kind, Aggregation? Aggregation, Direction? Direction, IReadOnlyList<PublicSeries> Series);

/// <param name="Segment">Which part of the figure; null where there is only one.</param>
/// <param name="Target">In the KPI's unit, whatever way the plan states it.</param>
/// <param name="AnnualTargets">Ascending by year.</param>
/// <param name="Actuals">One a year, the one by which it is judged, ascending, until the year under review.</param>
/// <param name="Progress">From baseline to target, 0 to 1 and beyond; null where it cannot be told, likewise <paramref name="Expected"/> for the year under review.</param>
internal sealed record PublicSeries(
    [property: Id] string Id, string? Segment, PublicFigure? Baseline, PublicFigure? Target, IReadOnlyList<PublicFigure> AnnualTargets, IReadOnlyList<PublicFigure> Actuals,
    decimal? Progress, decimal? Expected, PublicGrade Grade);

/// <param name="FiscalYear">Null where the plan does not say.</param>
internal sealed record PublicFigure([property: FiscalYearNumber] int? FiscalYear, decimal Value, DateOnly? AsOf = null, bool IsProvisional = false);

/// <param name="Subject">Id of the policy, initiative or KPI (not of what lies below it); null where it is about the plan.</param>
/// <param name="Finding">What the check found.</param>
/// <param name="Text">What is done about it, in the department's words.</param>
/// <param name="Key">Of the alert: its rule and subject, the same each year.</param>
internal sealed record PublicResponse(
    [property: Reference(ReferenceTo.Subject)] string? Subject, Severity Severity, Bilingual Finding, AnswerDecision Decision, string? Cause, string Text, string? Owner,
    DateOnly? DueOn, string Key);

/// <param name="Subject">As of a response.</param>
/// <param name="FromYear">The year under review from which it was carried; null for one of this review.</param>
/// <param name="Id">As the plan document has it, the same each year.</param>
internal sealed record PublicAction(
    [property: Reference(ReferenceTo.Subject)] string? Subject, string SubjectTitle, string Action, string? Owner, DateOnly? DueOn, bool DueIsMonth, ActionStatus Status,
    [property: FiscalYearNumber] int? FromYear, string Id);

/// <param name="Agenda">Null where no minutes are kept here, likewise <paramref name="Outcome"/>.</param>
internal sealed record PublicMeeting([property: Id] string Id, string Body, DateOnly On, int? Members, int? Present, string? Agenda, string? Outcome);
