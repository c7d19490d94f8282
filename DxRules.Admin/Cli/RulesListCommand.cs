using System.CommandLine;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>rules list</c>: the rules that would judge, by id.</summary>
internal static class RulesListCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("list", new LocalizedText("規則の一覧を示す", "list the rules").In(language));
        var rules = RulesOptions.AddTo(command, language);
        var format = OutputFormats.CreateOption(language);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            if (rules.LoadOrSay(parsed, terminal, language) is not { } check)
                return ExitCode.CouldNotRun;
            if (parsed.GetValue(format) == OutputFormat.Json)
                terminal.Out.Write(RuleListJson.Write(check));
            else
                Print([.. check.Rules.Select(compiled => Columns(compiled.Rule, language))], terminal.Out);
            return ExitCode.Ok;
        });
        return command;
    }

    private static string[] Columns(Rule rule, Language language) =>
    [
        rule.Id,
        language == Language.Japanese ? rule.Subject.Ja : rule.Subject.En,
        string.Join("/", rule.Levels.Select(level => SeverityWords.Of(level.Severity).In(language)).Distinct()),
        rule.Title.In(language),
    ];

    private static void Print(IReadOnlyList<string[]> rows, TextWriter output)
    {
        var widths = Enumerable.Range(0, rows[0].Length - 1).Select(i => rows.Max(row => DiagnosticPrinter.Width(row[i]))).ToArray();
        foreach (var row in rows)
        {
            var padded = row.Select((cell, i) => i < widths.Length ? cell + new string(' ', widths[i] - DiagnosticPrinter.Width(cell)) : cell);
            output.WriteLine(string.Join("  ", padded));
        }
    }
}
