using System.CommandLine;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>merge REPORT REPORT…</c>: one report of many plans out of several that the same rules gave on the same day.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("merge", new LocalizedText(
            "同じ規則・同じ基準日の点検結果を、一つにまとめる",
            "join reports of the same rules and day into one").In(language));
        var files = ReportFiles.CreateArgument(language, ArgumentArity.OneOrMore);
        command.Arguments.Add(files);
        command.SetAction(parsed =>
        {
            if (ReportFiles.ReadOrSay(parsed.GetRequiredValue(files), terminal, language) is not { } reports)
                return ExitCode.CouldNotRun;
            var (merged, mistake) = ReportMerge.Of([.. reports.Select(report => report.Report)]);
            if (merged is null)
            {
                terminal.Error.WriteLine($"dxrules: {mistake!.In(language)}");
                return ExitCode.CouldNotRun;
            }
            terminal.Out.Write(ReportJson.Write(merged));
            return ExitCode.Ok;
        });
        return command;
    }
}
