using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>What comparing a file with the plan found, as it is kept: what is shown is what is taken over.</summary>
/// <param name="Changes">Of all rows, also of those that are left out.</param>
/// <param name="Sources">The cell of each changed member, or of what holds it.</param>
/// <param name="Effect">What it changes of what the check finds, without the rows left out; null where the changes cannot be made.</param>
internal sealed record ImportCheck(
    IReadOnlyList<PlanChange> Changes, IReadOnlyList<CheckedRow> Rows, IReadOnlyList<CheckedProblem> Problems, IReadOnlyList<CheckedSource> Sources, CheckEffect? Effect)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public byte[] Pack() => Compressed.Pack(JsonSerializer.SerializeToUtf8Bytes(this, Options));

    public static ImportCheck Unpack(byte[] packed) => JsonSerializer.Deserialize<ImportCheck>(Compressed.Unpack(packed), Options)!;
}

/// <summary>A row of a sheet and what it does to the plan.</summary>
/// <param name="Row">Counted from 1; 0 for what the sheet lacks.</param>
/// <param name="Title">Of its subject, as the sheet says it.</param>
internal sealed record CheckedRow(string Sheet, int Row, ImportOutcome Outcome, string? Subject, string Title)
{
    public ImportPlace Place => Row > 0 ? new(Sheet, Row) : new(Sheet, 0, Subject);
}

/// <param name="At">Null where the file as a whole is meant.</param>
internal sealed record CheckedProblem(CellPlace? At, string Code, bool IsError, LocalizedText Message, LocalizedText? Hint)
{
    public static CheckedProblem Of(CellProblem problem) => new(problem.At, problem.Problem.Code, problem.IsError, problem.Problem.Message, problem.Problem.Hint);

    /// <param name="file">How the message names it.</param>
    public CellProblem ToCell(string file) => new(At, new Diagnostic(Code, IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, Message, new SourceText(file, ""), default, Hint));
}

internal sealed record CheckedSource(string Subject, string Member, CellPlace At);
