using DxRules.Engine.Rules;

namespace DxRules.Admin.Publishing;

/// <summary>The kinds of things of which a publication tells, in its order.</summary>
internal enum PublicPart
{
    Plan,
    Category,
    Policy,
    Initiative,
    Kpi,
    Series,
    Response,
    Action,
    Meeting,
}

/// <summary>What a publication tells of a thing.</summary>
internal enum PublicMember
{
    Municipality,
    Prefecture,
    Title,
    Start,
    End,
    AsOf,
    Issue,
    Correction,
    Number,
    Parent,
    Category,
    Purpose,
    Description,
    Departments,
    Grade,
    GradeReason,
    Status,
    Progress,
    Done,
    DelayReason,
    Issues,
    NextYear,
    Policy,
    Initiative,
    Definition,
    Unit,
    Kind,
    Aggregation,
    Direction,
    Baseline,
    Target,
    AnnualTarget,
    Actual,
    Expected,
    Severity,
    Finding,
    Decision,
    Cause,
    Answer,
    Action,
    Owner,
    DueOn,
    FromYear,
    Body,
    HeldOn,
    Members,
    Present,
    Agenda,
    Outcome,
}

/// <summary>A thing of which a publication tells, with all that it tells of it.</summary>
/// <param name="Id">Unique among its kind and the same each year.</param>
/// <param name="Policy">Id of the policy that it is or stands under; null where it stands under none.</param>
/// <param name="Unit">Of its figures; null where they have none.</param>
/// <param name="Values">What is known.</param>
internal sealed record PublicEntry(PublicPart Part, string Id, string Title, string? Policy, string? Unit, IReadOnlyList<PublicValue> Values);

/// <param name="FiscalYear">Of figures by year; null of all else.</param>
/// <param name="Value">A text, a number, a share, a day, a word of an enum, a <see cref="PublicGrade"/>, a <see cref="PublicFigure"/> or a Bilingual.</param>
internal sealed record PublicValue(PublicMember Member, int? FiscalYear, object Value);
