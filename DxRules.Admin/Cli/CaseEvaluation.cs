using DxRules.Engine.Feel.Cases;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Runs a file of conformance cases and prints what came of them as one JSON object.</summary>
internal static class CaseEvaluation
{
    /// <summary>0 where all pass, 1 where one does not, 2 where a line is no case; the others are run all the same.</summary>
    public static int Run(string file, Terminal terminal, Language language)
    {
        var read = CaseFile.Read(EvalCommand.Read(file));
        DiagnosticOutput.Write(terminal.Error, read.Diagnostics, language);
        var now = ExpressionEvaluation.Now(terminal);
        var results = new List<CaseResult>(read.Cases.Count);
        using (var progress = new Progress(terminal, language, new LocalizedText("事例を計算しています", "running the cases")))
        {
            foreach (var each in read.Cases)
                results.Add(CaseRunner.Run(each, now));
        }
        terminal.Out.WriteLine(CaseReport.Write(results, language));
        if (read.Diagnostics.Count > 0)
            return ExitCode.CouldNotRun;
        return results.TrueForAll(result => result.Passed) ? ExitCode.Ok : ExitCode.Findings;
    }
}
