using System.CommandLine;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>rules lint</c>: everything that is wrong with rules, or not as it should be.</summary>
internal static class RulesLintCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("lint", new LocalizedText("規則の誤りと注意点をすべて示す", "tell every mistake and doubt in rules").In(language));
        var rules = RulesOptions.AddTo(command, language);
        command.SetAction(parsed =>
        {
            var loading = rules.Load(parsed);
            IReadOnlyList<Diagnostic> found = [.. loading.Diagnostics, .. MistakesInExamples(loading.Check)];
            DiagnosticOutput.Write(terminal.Out, found, language);
            if (loading.Check is { } check)
                terminal.Out.WriteLine(new LocalizedText($"{check.RuleSet.Rules.Count}規則を読みました。", $"{check.RuleSet.Rules.Count} rules read.").In(language));
            terminal.Out.WriteLine(DiagnosticOutput.Count(found, language));
            return DiagnosticOutput.ExitCodeOf(found);
        });
        return command;
    }

    // What an example gives is only read when it is run; whether it comes out as it says is the matter of `rules test`.
    private static IEnumerable<Diagnostic> MistakesInExamples(PlanCheck? check) =>
        check?.ExampleResults().Where(example => example.IsMisread).SelectMany(example => example.Failures) ?? [];
}
