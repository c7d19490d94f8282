using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Cycles;

/// <summary>A check of one plan, ready to be stored as a run.</summary>
/// <param name="Report">What was found; holds exactly one plan.</param>
/// <param name="Json">The report as <c>check --format json</c> writes it.</param>
/// <param name="Rules">The text of every rule that took part.</param>
/// <param name="Settings">What else it was made with: shared parameters, scales, topics, profile.</param>
/// <param name="OpenHash">Hash of what was found and is not secret.</param>
/// <param name="Subjects">Where each subject stands and who answers for it.</param>
internal sealed record CheckedPlan(
    CheckReport Report,
    byte[] Json,
    string OpenHash,
    IReadOnlyList<RuleTextRow> Rules,
    IReadOnlyList<SettingTextRow> Settings,
    SubjectIndex Subjects);

/// <summary>Checks a plan as of a day, by the shipped rules as a profile sets them. What is checked for a city is checked by <see cref="Tuning.CityCheck"/>.</summary>
/// <param name="profile">The YAML text of a profile; null for the rules as they are.</param>
internal delegate CheckedPlan CheckPlan(PlanDocument plan, DateOnly asOf, string? profile);
