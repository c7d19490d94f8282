using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What a file would change of a plan. Nothing is stored.</summary>
/// <param name="Changes">Against the plan it was made for; what has a problem that is an error is not among them.</param>
/// <param name="Rows">What came of each row, in the order of the file.</param>
/// <param name="Problems">Each with its cell. While any is an error, nothing can be taken over.</param>
/// <param name="Sources">
/// The cell of every change, by its subject and member; where one change holds several figures (a list that was unknown before), also the cell of each,
/// by the longer way to it: <c>actuals</c> and <c>actuals/2024</c>.
/// </param>
internal sealed record ImportProposal(
    IReadOnlyList<PlanChange> Changes,
    IReadOnlyList<ImportedRow> Rows,
    IReadOnlyList<CellProblem> Problems,
    IReadOnlyDictionary<(string Subject, string Member), CellPlace> Sources)
{
    public bool HasErrors => Problems.Any(problem => problem.IsError);
}

/// <summary>What came of a row.</summary>
/// <param name="At">The cell that names what the row is about.</param>
/// <param name="Subject">The id of what it is about; null where that is not known.</param>
/// <param name="Title">The row in words, as the file has them.</param>
internal sealed record ImportedRow(CellPlace At, ImportOutcome Outcome, string? Subject, string Title);

internal enum ImportOutcome
{
    Added,
    Changed,
    Unchanged,

    /// <summary>It stands in the plan and no longer in the file. Only a workbook that holds the whole plan removes rows.</summary>
    Removed,

    /// <summary>Nothing of it is taken over; a problem says why.</summary>
    NotRecognised,
}
