using System.CommandLine;
using System.Globalization;
using DxRules.Engine.Examples;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>rules test</c>: runs the examples inside rule files, and with <c>--coverage</c> tells what of the rules they do not show.</summary>
internal static class RulesTestCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("test", new LocalizedText("規則ファイルの中の例を実行する", "run the examples inside rule files").In(language));
        var rules = RulesOptions.AddTo(command, language);
        var coverage = new Option<bool>("--coverage")
        {
            Description = new LocalizedText("例のない段・指摘なし・対象外・不明な項目も挙げる", "also tell which levels, quiet, not applicable and missing facts no example shows").In(language),
        };
        var format = OutputFormats.CreateOption(language);
        command.Options.Add(coverage);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            if (rules.LoadOrSay(parsed, terminal, language) is not { } check)
                return ExitCode.CouldNotRun;
            if (parsed.GetValue(format) == OutputFormat.Json || parsed.GetValue(coverage))
                return PrintCoverage(check, parsed.GetValue(format), terminal.Out, language);
            return Print(check.ExampleResults(), terminal.Out, language);
        });
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

    private static int PrintCoverage(PlanCheck check, OutputFormat format, TextWriter output, Language language)
    {
        var examples = check.ExampleResults();
        var rules = check.Coverage(examples);
        var failed = examples.Count(example => !example.Passed);
        if (format == OutputFormat.Json)
            output.Write(CoverageJson.Write(rules, failed));
        else
        {
            Print(examples, output, language);
            Print(rules, output, language);
        }
        return failed == 0 && rules.All(rule => rule.IsComplete) ? ExitCode.Ok : ExitCode.Findings;
    }

    private static void Print(IReadOnlyList<RuleCoverage> rules, TextWriter output, Language language)
    {
        foreach (var rule in rules.Where(rule => !rule.IsComplete))
        {
            var gaps = rule.Items.Where(item => !item.IsCovered).Select(item => item.Name.In(language));
            output.WriteLine(new LocalizedText(
                $"{rule.Rule} {rule.Covered}/{rule.Items.Count}  例がありません: {string.Join("、", gaps)}",
                $"{rule.Rule} {rule.Covered}/{rule.Items.Count}  no example: {string.Join(", ", gaps)}").In(language));
        }
        var (covered, total) = (rules.Sum(rule => rule.Covered), rules.Sum(rule => rule.Items.Count));
        var percent = total == 0 ? "100" : Math.Floor(100m * covered / total).ToString(CultureInfo.InvariantCulture);
        output.WriteLine(new LocalizedText(
            $"例で確かめている割合: {percent}%（{covered}/{total}）",
            $"shown by examples: {percent}% ({covered}/{total})").In(language));
    }
}
