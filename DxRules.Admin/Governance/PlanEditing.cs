using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Governance;

/// <summary>Saves what somebody made of the version of a plan that they looked at.</summary>
internal sealed class PlanEditing(PlanDocuments documents, PlanAmendments amendments)
{
    /// <param name="version">The number of the version that the person saw; null for the newest.</param>
    public async Task<AmendmentResult> Save(
        int plan, int? version, Func<PlanDocument, PlanDocument> edit, string reason, CancellationToken cancel, string? onBehalfOf = null)
    {
        if (await (version is { } number ? documents.Version(plan, number, cancel) : documents.Newest(plan, cancel)) is not { } seen)
            return new() { IsRefused = true };
        var changes = PlanDifference.Between(seen.Document, edit(seen.Document));
        return await amendments.Save(new Amendment(plan, changes, reason) { OnBehalfOf = onBehalfOf }, cancel);
    }
}

/// <summary>What came of an entry into a plan.</summary>
/// <param name="Id">Of what was entered; null where it was not saved.</param>
/// <param name="Problems">What cannot be taken.</param>
/// <param name="Saving">What came of saving; null where it did not come to that.</param>
internal sealed record EntryResult(string? Id, IReadOnlyList<People.EntryProblem> Problems, AmendmentResult? Saving)
{
    public static readonly EntryResult NotThere = new(null, [], new AmendmentResult { IsRefused = true });

    public static EntryResult Wrong(IReadOnlyList<People.EntryProblem> problems) => new(null, problems, null);

    public static EntryResult Of(string id, AmendmentResult saving) => new(saving.Version is null ? null : id, [], saving);
}
