using System.CommandLine;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>explain PLAN --rule ID --subject ID</c>: why a rule says what it says of a subject.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("explain", new LocalizedText("規則の判定の理由を部分ごとに示し、何が変われば判定が変わるかを示す", "tell part by part why a rule says what it says, and what would change it").In(language));
        var plan = new Argument<string>("PLAN") { Description = new LocalizedText("計画ファイル", "a plan file").In(language) };
        var rule = Required("--rule", new("規則のID（例: SCH-02）", "id of the rule, such as SCH-02"), language);
        var subject = Required("--subject", new("対象のID。check の出力の括弧の中", "id of the subject, as check prints it in brackets"), language);
        var asOf = AsOfOption.Create(language);
        command.Arguments.Add(plan);
        command.Options.Add(rule);
        command.Options.Add(subject);
        var rules = RulesOptions.AddTo(command, language);
        command.Options.Add(asOf);
        var format = OutputFormats.CreateOption(language);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            if (rules.LoadOrSay(parsed, terminal, language) is not { } check || SinglePlan.ReadOrSay(parsed.GetRequiredValue(plan), "explain", terminal, language) is not { } document)
                return ExitCode.CouldNotRun;
            var day = AsOfOption.OrToday(parsed.GetValue(asOf), terminal, language);
            return Run(check, document, day, parsed.GetRequiredValue(rule), parsed.GetRequiredValue(subject), parsed.GetValue(format), terminal, language);
        });
        return command;
    }

    private static Option<string> Required(string name, LocalizedText description, Language language) =>
        new(name) { Description = description.In(language), HelpName = "ID", Required = true };

    private static int Run(PlanCheck check, PlanDocument plan, DateOnly asOf, string rule, string subject, OutputFormat format, Terminal terminal, Language language)
    {
        if (check.Explain(plan, asOf, rule, subject) is not { } explanation)
        {
            terminal.Error.WriteLine($"dxrules: {WhyNot(check, plan, asOf, rule, subject).In(language)}");
            return ExitCode.CouldNotRun;
        }
        terminal.Out.Write(format == OutputFormat.Json ? PlanExplanationJson.Write(explanation) : PlanExplanationText.Write(explanation, language));
        return ExitCode.Ok;
    }

    private static LocalizedText WhyNot(PlanCheck check, PlanDocument plan, DateOnly asOf, string ruleId, string subjectId)
    {
        if (check.Rules.FirstOrDefault(compiled => compiled.Rule.Id == ruleId) is not { Rule: var rule })
        {
            var near = DidYouMean(ruleId, check.Rules.Select(compiled => compiled.Rule.Id));
            return new($"規則 {ruleId} はありません。{near.Ja}rules list で一覧を見られます。", $"There is no rule {ruleId}. {near.En}rules list shows all.");
        }
        var subjects = check.Check(plan, asOf).Plans[0].Subjects;
        if (subjects.FirstOrDefault(kind => kind.Value.Contains(subjectId)).Key is { } type)
        {
            var kind = SubjectKinds.NameOf(type);
            return new($"規則 {ruleId} の対象は{rule.Subject.Ja}ですが、{subjectId} は{kind.Ja}です。", $"Rule {ruleId} is about a {rule.Subject.En}, but {subjectId} is a {kind.En}.");
        }
        var candidates = subjects.GetValueOrDefault(rule.Subject.En, []);
        var meant = DidYouMean(subjectId, candidates);
        return new(
            $"この計画に ID が {subjectId} の{rule.Subject.Ja}はありません。{meant.Ja}",
            $"This plan has no {rule.Subject.En} with the id {subjectId}. {meant.En}".TrimEnd());
    }

    private static LocalizedText DidYouMean(string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } near ? new($"{near} のことでしょうか。", $"Did you mean {near}? ") : new("", "");
}
