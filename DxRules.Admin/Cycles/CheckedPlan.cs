using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Cycles;

/// <summary>A check of one plan, ready to be stored as a run.</summary>
/// <param name="Report">What was found; holds exactly one plan.</param>
/// <param name="Json">The report as <c>check --format json</c> writes it.</param>
/// <param name="Rules">The text of every rule that took part.</param>
/// <param name="Policies">Under which policy each subject stands.</param>
internal sealed record CheckedPlan(
    CheckReport Report,
    byte[] Json,
    IReadOnlyList<RuleTextRow> Rules,
    PolicyIndex Policies);

/// <summary>The policy (施策) of a subject.</summary>
/// <param name="Position">Its place in the plan document.</param>
internal sealed record SubjectPolicy(string Id, string Title, int Position);

/// <summary>Checks a plan as of a day.</summary>
internal delegate CheckedPlan CheckPlan(PlanDocument plan, DateOnly asOf);
