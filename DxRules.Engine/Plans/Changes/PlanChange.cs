namespace DxRules.Engine.Plans.Changes;

/// <summary>A member of a plan that was one thing before and is another now.</summary>
/// <param name="Subject">
/// The id of the nearest object with an id. What has none above it (the municipality, governance, security and their lists) is the plan's;
/// what of <c>security</c> is no list is the security policy's (<see cref="SecurityPolicy.SubjectId"/>).
/// </param>
/// <param name="Member">
/// The way to the member inside the subject, as <see cref="ChangePlace"/> writes it: <c>status</c>, <c>baseline/value</c>, <c>actuals/2024/value</c>,
/// <c>raw/title</c>. An element that is there on one side only is one change on the list's holder: <c>initiatives/i-12</c>, <c>actuals/2025</c>.
/// </param>
/// <param name="Old">The value before as <see cref="PlanWriter"/> writes it on one line; null where it is not written: absent, unknown or the default.</param>
/// <param name="New">The value after, likewise.</param>
/// <param name="Index">
/// Of an element that is there on one side only, its position in that side's list, counted from 0; null for all else. Where it is null for an element
/// to be added, the element comes last.
/// </param>
internal sealed record PlanChange(string Subject, string Member, string? Old, string? New, int? Index = null);

/// <summary>A change that cannot be applied, because its member does not hold its old value.</summary>
/// <param name="Found">What stands there instead, as <see cref="PlanWriter"/> writes it; null for nothing, also where what held the member is gone.</param>
internal sealed record PlanConflict(PlanChange Change, string? Found);

/// <summary>What came of applying changes.</summary>
/// <param name="Document">The plan with all changes; null where one could not be applied or the plan would not be a valid one.</param>
/// <param name="Conflicts">Every change that could not be applied.</param>
/// <param name="Diagnostics">What is wrong with the plan as it would be: errors without a document, else warnings only.</param>
internal sealed record AppliedChanges(PlanDocument? Document, IReadOnlyList<PlanConflict> Conflicts, IReadOnlyList<Text.Diagnostic> Diagnostics);
