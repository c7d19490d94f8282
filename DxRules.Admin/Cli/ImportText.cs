using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Prints what an import would change, for people.</summary>
internal sealed class ImportText(TextWriter output, Language language)
{
    /// <param name="isWritten">Whether the plan is written.</param>
    public void Write(ImportRequest request, ImportProposal proposal, bool isWritten)
    {
        foreach (var change in proposal.Changes)
        {
            var at = proposal.Sources.TryGetValue((change.Subject, change.Member), out var cell) ? $"{cell}: " : "";
            output.WriteLine($"{at}{change.Subject} {change.Member}: {change.Old ?? None} → {change.New ?? None}");
        }
        foreach (var problem in proposal.Problems)
            output.WriteLine(Line(request.File, problem, language));
        output.WriteLine(Counts(proposal));
        if (proposal.Problems.Count > 0)
            output.WriteLine(DiagnosticOutput.Count([.. proposal.Problems.Select(problem => problem.Problem)], language));
        if (proposal.HasErrors)
            output.WriteLine(Say("エラーがあるので、計画は変えていません。", "As there are errors, the plan is not changed."));
        else if (!isWritten)
            output.WriteLine(Say("計画は変えていません。書き出すには --out FILE か --replace を付けてください。", "The plan is not changed. Add --out FILE or --replace to write it."));
    }

    /// <summary>A problem on one line: the file, the cell, what is wrong and what to do.</summary>
    public static string Line(string file, CellProblem found, Language language)
    {
        var severity = found.IsError ? new LocalizedText("エラー", "error") : new LocalizedText("警告", "warning");
        var hint = found.Problem.Hint is { } cure ? " " + cure.In(language) : "";
        return $"{file}{(found.At is null ? "" : $" {found.At}")}: {severity.In(language)} {found.Problem.Code}: {found.Problem.Message.In(language)}{hint}";
    }

    private string Counts(ImportProposal proposal)
    {
        var counts = proposal.Rows.CountBy(row => row.Outcome).ToDictionary();
        int Of(ImportOutcome outcome) => counts.GetValueOrDefault(outcome);
        return Say(
            $"行: 追加 {Of(ImportOutcome.Added)}、変更 {Of(ImportOutcome.Changed)}、変化なし {Of(ImportOutcome.Unchanged)}、削除 {Of(ImportOutcome.Removed)}、取り込まない {Of(ImportOutcome.NotRecognised)}",
            $"rows: {Of(ImportOutcome.Added)} added, {Of(ImportOutcome.Changed)} changed, {Of(ImportOutcome.Unchanged)} unchanged, {Of(ImportOutcome.Removed)} removed, {Of(ImportOutcome.NotRecognised)} not recognised");
    }

    private string None => Say("（なし）", "(none)");

    private string Say(string ja, string en) => new LocalizedText(ja, en).In(language);
}
