using System.CommandLine;
using DxRules.Engine.Examples;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>rules test</c>: runs the examples inside rule files.</summary>
internal static class RulesTestCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("test", new LocalizedText("規則ファイルの中の例を実行する", "run the examples inside rule files").In(language));
        var rules = RulesOptions.AddTo(command, language);
        command.SetAction(parsed => rules.LoadOrSay(parsed, terminal, language) is { } check
            ? Print(check.RunExamples(), terminal.Out, language)
            : ExitCode.CouldNotRun);
        return command;
    }

    private static int Print(IReadOnlyList<ExampleResult> examples, TextWriter output, Language language)
    {
        foreach (var rule in examples.GroupBy(example => example.Rule))
        {
            var passed = rule.Count(example => example.Passed);
            output.WriteLine($"{(passed == rule.Count() ? "ok  " : "FAIL")} {rule.Key} {passed}/{rule.Count()}");
            DiagnosticOutput.Write(output, [.. rule.SelectMany(example => example.Failures)], language);
        }
        var failed = examples.Count(example => !example.Passed);
        output.WriteLine(new LocalizedText(
            $"{examples.Select(e => e.Rule).Distinct().Count()}規則の例{examples.Count}件のうち{failed}件が期待どおりではありません。",
            $"{failed} of {examples.Count} examples of {examples.Select(e => e.Rule).Distinct().Count()} rules did not come out as expected.").In(language));
        return failed > 0 ? ExitCode.Findings : ExitCode.Ok;
    }
}
