using DxRules.Admin.Data;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Versions;

/// <summary>A version of a plan before it is stored.</summary>
/// <param name="Changes">Against the version before.</param>
internal sealed record NewVersion(PlanRow Plan, PlanDocument Document, IReadOnlyList<SavedChange> Changes)
{
    /// <summary>Id of the person who brought it; null where nobody is signed in.</summary>
    public int? Author { get; init; }

    /// <summary>Id of the department for which it was entered (代理入力); null where it was the author's own to enter.</summary>
    public string? OnBehalfOf { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }

    public PlanVersionRow Row(int number)
    {
        var row = new PlanVersionRow
        {
            PlanId = Plan.Id,
            Number = number,
            Title = Document.Plan.Title,
            MunicipalityName = Document.Municipality.Name,
            Hash = PlanWriter.Hash(Document),
            Document = Compressed.Pack(PlanWriter.WriteLine(Document)),
            AuthorId = Author,
            OnBehalfOf = OnBehalfOf,
            Reason = Reason,
            At = At,
        };
        row.Changes.AddRange(Changes.Select((saved, position) => new PlanChangeRow
        {
            Position = position,
            SubjectId = saved.Change.Subject,
            Member = saved.Change.Member,
            Index = saved.Change.Index,
            Old = saved.Change.Old,
            New = saved.Change.New,
            Secret = saved.IsSecret,
        }));
        return row;
    }
}
