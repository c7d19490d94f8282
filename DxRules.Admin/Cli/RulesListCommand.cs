using System.CommandLine;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>rules list</c>: the rules that would judge, by id, their topics, and all that a profile changes.</summary>
internal static class RulesListCommand
{
    private static readonly Dictionary<ChangeKind, LocalizedText> KindNames = new()
    {
        [ChangeKind.SwitchedOff] = new("切った規則", "switched off"),
        [ChangeKind.Parameter] = new("値", "value"),
        [ChangeKind.Severity] = new("重大度", "severity"),
        [ChangeKind.OwnRule] = new("独自の規則", "own rule"),
        [ChangeKind.Scale] = new("評価基準", "rating scale"),
        [ChangeKind.LevelName] = new("呼び名", "level name"),
    };

    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("list", new LocalizedText("規則と主題、プロファイルによる変更の一覧を示す", "list the rules, their topics and what a profile changes").In(language));
        var rules = RulesOptions.AddTo(command, language);
        var format = OutputFormats.CreateOption(language);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            if (rules.LoadOrSay(parsed, terminal, language, warningsToo: true) is not { } check)
                return ExitCode.CouldNotRun;
            if (parsed.GetValue(format) == OutputFormat.Json)
                terminal.Out.Write(RuleListJson.Write(check));
            else
                Print(check, terminal.Out, language);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Print(PlanCheck check, TextWriter output, Language language)
    {
        Print([.. check.Rules.Select(compiled => Columns(compiled.Rule, language))], output, "");
        if (check.Topics is { Count: > 0 } topics)
        {
            output.WriteLine();
            output.WriteLine(new LocalizedText("主題（プロファイルの switchedOff でまとめて切れる規則）", "Topics (rules that a profile can switch off together)").In(language));
            Print([.. topics.Select(topic => Columns(topic, language))], output, "  ");
        }
        if (check.Profile.Name == ProfileFile.PackagedRules && check.Applied.Changes.Count == 0)
            return;
        output.WriteLine();
        var count = check.Applied.Changes.Count;
        output.WriteLine(new LocalizedText($"プロファイル「{check.Profile.Name}」による変更: {count}件", $"Changes by the profile '{check.Profile.Name}': {count}").In(language));
        Print([.. check.Applied.Changes.Select(change => Columns(change, language))], output, "  ");
    }

    private static string[] Columns(Rule rule, Language language) =>
    [
        rule.Id,
        language == Language.Japanese ? rule.Subject.Ja : rule.Subject.En,
        string.Join("/", rule.Levels.Select(level => SeverityWords.Of(level.Severity).In(language)).Distinct()),
        rule.Title.In(language),
    ];

    private static string[] Columns((Topic Topic, IReadOnlyList<string> Rules) topic, Language language) =>
    [
        language == Language.Japanese ? topic.Topic.Name.Value : topic.Topic.En.Value,
        topic.Topic.Title.In(language),
        topic.Rules.Count > 0 ? string.Join(", ", topic.Rules) : new LocalizedText("なし", "none").In(language),
    ];

    private static string[] Columns(ProfileChange change, Language language)
    {
        var isManyRules = change.Kind == ChangeKind.SwitchedOff && !change.Rules.SequenceEqual([change.What.Ja]);
        var rules = isManyRules ? $" ({string.Join(", ", change.Rules)})" : "";
        return
        [
            KindNames[change.Kind].In(language),
            change.What.In(language) + rules,
            change.After is null ? "" : $"{change.Before ?? new LocalizedText("なし", "none").In(language)} → {change.After}",
            change.Reason,
        ];
    }

    private static void Print(IReadOnlyList<string[]> rows, TextWriter output, string indent)
    {
        if (rows.Count == 0)
            return;
        var widths = Enumerable.Range(0, rows[0].Length - 1).Select(i => rows.Max(row => DiagnosticPrinter.Width(row[i]))).ToArray();
        foreach (var row in rows)
        {
            var padded = row.Select((cell, i) => i < widths.Length ? cell + new string(' ', widths[i] - DiagnosticPrinter.Width(cell)) : cell);
            output.WriteLine(indent + string.Join("  ", padded));
        }
    }
}
