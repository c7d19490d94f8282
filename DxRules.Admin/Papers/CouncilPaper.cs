using System.Security.Cryptography;
using System.Text.Json;
using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Papers;

/// <summary>
/// What the headquarters (本部会議) read of a review: data only, so that what is printed, saved and signed is the same. It holds nothing on security and
/// nobody's name, whoever opens it.
/// </summary>
/// <param name="Policies">Null where the part was not asked for, as with all parts.</param>
internal sealed record CouncilPaper(
    PaperHead Head,
    IReadOnlyList<PaperPolicy>? Policies,
    IReadOnlyList<PaperResult>? Results,
    IReadOnlyList<PaperKpi>? Kpis,
    IReadOnlyList<PaperAlert>? Alerts,
    PaperComparison? Comparison,
    IReadOnlyList<PaperAction>? Actions)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>SHA-256 of all that the paper says: two papers with the same one say the same.</summary>
    public string Sign() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Plain)));

    /// <summary>The paper with some of its parts.</summary>
    public CouncilPaper Only(IReadOnlySet<PaperPart> parts) => this with
    {
        Policies = parts.Contains(PaperPart.Policies) ? Policies : null,
        Results = parts.Contains(PaperPart.Results) ? Results : null,
        Kpis = parts.Contains(PaperPart.Kpis) ? Kpis : null,
        Alerts = parts.Contains(PaperPart.Alerts) ? Alerts : null,
        Comparison = parts.Contains(PaperPart.Comparison) ? Comparison : null,
        Actions = parts.Contains(PaperPart.Actions) ? Actions : null,
    };
}

/// <summary>The parts of a paper, in their order.</summary>
internal enum PaperPart
{
    /// <summary>総括: each policy with its grades and alerts.</summary>
    Policies,

    /// <summary>指標の状況.</summary>
    Kpis,

    /// <summary>実績と課題, in the departments' words.</summary>
    Results,

    /// <summary>指摘と対応.</summary>
    Alerts,

    /// <summary>前回との比較.</summary>
    Comparison,

    /// <summary>次年度に向けた改善策.</summary>
    Actions,
}

/// <summary>What the paper is about and what it was made from.</summary>
/// <param name="Issue">The number of the frozen issue; null for a draft, which the next check may change.</param>
/// <param name="IssuedOn">Null for a draft.</param>
/// <param name="Reason">Why it was corrected; null for a draft and the first issue.</param>
/// <param name="AsOf">The day as of which the plan was checked.</param>
/// <param name="Alerts">How many there are of each severity, the gravest first; folded ones count.</param>
/// <param name="ReportHash">Of the check's report without security.</param>
internal sealed record PaperHead(
    string Municipality, string Plan, int FiscalYear, int? Issue, DateOnly? IssuedOn, string? Reason, DateOnly AsOf, IReadOnlyList<PaperCount> Alerts, int Undetermined,
    string Engine, string RuleSetHash, string Profile, string ReportHash);

internal sealed record PaperCount(Severity Severity, int Count);

/// <param name="Rule">What the scale makes of the figures.</param>
/// <param name="Department">What the department says; null where it says nothing, likewise the headquarters.</param>
/// <param name="Reason">Why the headquarters grade it so.</param>
/// <param name="Alerts">Critical ones and warnings on it and below.</param>
internal sealed record PaperPolicy(string Id, string Title, PaperGrade Rule, string? Department, string? Headquarters, string? Reason, int Critical, int Warning);

/// <param name="Symbol">A; null where the scale has no sign for it.</param>
internal sealed record PaperGrade(Bilingual Label, string? Symbol, GradeKind Kind);

/// <summary>What a department reported on an initiative for the year.</summary>
/// <param name="Policy">Its title.</param>
/// <param name="Progress">0 to 1; null where nobody knows.</param>
internal sealed record PaperResult(
    string Policy, string Initiative, string Departments, PaperGrade? Grade, WorkStatus? Status, decimal? Progress, string? Done, string? DelayReason, string? Issues, string? NextYear);

/// <param name="Policy">Null for a KPI of the plan.</param>
/// <param name="Values">The actuals by which the years are judged with the baseline before them, ascending by year.</param>
/// <param name="Actual">Of the year under review or the last before it; null where there is none.</param>
internal sealed record PaperKpi(
    string? Policy, string Title, string? Unit, PaperFigure? Baseline, PaperFigure? Previous, PaperFigure? Actual, PaperFigure? Target, decimal? Progress, PaperGrade Grade,
    IReadOnlyList<PaperFigure> Values);

internal sealed record PaperFigure(int? FiscalYear, decimal Value, bool IsProvisional = false);

/// <summary>A critical alert or a warning with what was answered.</summary>
/// <param name="Nth">In how many cycles in a row it has been seen, this one counted.</param>
/// <param name="Folded">How many others it causes.</param>
/// <param name="Answer">Null where no answer was approved.</param>
internal sealed record PaperAlert(
    string Key, Severity Severity, Bilingual Sentence, string? Policy, string Departments, AlertState? State, int Nth, int Folded, PaperAnswer? Answer);

/// <param name="Owner">The name of the department that does it.</param>
internal sealed record PaperAnswer(AnswerDecision Decision, string? Cause, string Text, string? Owner, DateOnly? DueOn, int? AcceptedUntil);

/// <param name="FiscalYear">Of the cycle before.</param>
/// <param name="Graver">Alerts that grew graver or came back.</param>
/// <param name="Cleared">Alerts of the cycle before that are confirmed as cleared.</param>
internal sealed record PaperComparison(int FiscalYear, LifecycleSum Sum, IReadOnlyList<Bilingual> Graver, IReadOnlyList<Bilingual> Cleared);

/// <param name="Subject">Its title.</param>
/// <param name="Owner">The name of the department; null where none is named.</param>
/// <param name="FromYear">The year under review from which it was carried; null for one of this review.</param>
internal sealed record PaperAction(string Subject, string Action, string? Owner, DateOnly? DueOn, bool DueIsMonth, ActionStatus Status, int? FromYear);
