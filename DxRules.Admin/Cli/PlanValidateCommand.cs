using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>plan validate PLAN…</c>: everything that is wrong with plan files, and nothing about what they say.</summary>
internal static class PlanValidateCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var plans = PlanArgument.Create(language);
        var command = new Command("validate", new LocalizedText(
            "計画ファイルの形式の誤りをすべて示す",
            "tell every mistake in the form of plan files").In(language));
        command.Arguments.Add(plans);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(plans), terminal, language));
        return command;
    }

    private static int Run(string[] plans, Terminal terminal, Language language)
    {
        var all = new List<Diagnostic>();
        foreach (var source in PlanSources.Find(plans, terminal.In))
        {
            var reading = source.Read();
            DiagnosticOutput.Write(terminal.Out, reading.Diagnostics, language);
            all.AddRange(reading.Diagnostics);
            if (reading.Diagnostics.Count == 0)
                terminal.Out.WriteLine(new LocalizedText($"{source.Name}: 誤りはありません。", $"{source.Name}: nothing wrong.").In(language));
        }
        if (all.Count > 0)
            terminal.Out.WriteLine(DiagnosticOutput.Count(all, language));
        return DiagnosticOutput.ExitCodeOf(all);
    }
}
