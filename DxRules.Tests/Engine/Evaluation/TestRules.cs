using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Evaluation;

/// <summary>The whole way from the text of rule files to results, over <see cref="TestSchema"/>.</summary>
internal static class TestRules
{
    public static readonly DateOnly AsOf = new(2025, 5, 31);

    /// <summary>A rule file of what matters in a test; everything else that a file must have is filled in.</summary>
    public static string File(string id, string subject, string body, string category = "data")
    {
        string[] defaults = ["levels: [ warning ]", "message: { ja: 文, en: text }", "clears: { ja: 解消, en: clears }"];
        var missing = defaults.Where(line => !body.Split('\n').Any(l => l.StartsWith(line[..line.IndexOf(':')], StringComparison.Ordinal)));
        return string.Join('\n', [
            "format: dxrule/1", $"id: {id}", $"title: {{ ja: 規則{id}, en: rule {id} }}", $"subject: {subject}",
            $"category: {category}", "version: 1", "source: [ 資料 ]", body, .. missing, ""]);
    }

    /// <summary>The rules of some files, and all that is wrong with them.</summary>
    public static (RuleSet? Rules, IReadOnlyList<Diagnostic> Diagnostics) Bind(params string[] files)
    {
        var sources = files.Select(file => new SourceText($"rules/{NameOf(file)}.yaml", file)).ToList();
        return RuleSet.Bind(RuleFolder.Read("rules", sources), TestSchema.Instance, new ParameterValues());
    }

    /// <summary>Rules that are compiled before the first subject.</summary>
    public static CompiledRuleSet Compile(params string[] files)
    {
        var (rules, diagnostics) = Bind(files);
        rules.ShouldNotBeNull(string.Join("\n", diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English))));
        return new CompiledRuleSet(rules, few: 0);
    }

    public static CompiledRule CompileOne(string subject, string body) => Compile(File("TST-01", subject, body)).Rules.Single();

    /// <summary>
    /// What one rule says of one subject: <c>quiet</c>, <c>warning</c>, <c>warning, unknown [現況値]</c>, <c>判定不能 [状態, 終了日]</c>, <c>対象外</c>.
    /// Both of its own forms must say it.
    /// </summary>
    public static string Judge(this CompiledRule rule, object subject, DateOnly? asOf = null, AlertBelow[]? alerts = null)
    {
        var context = new CheckContext(asOf ?? AsOf) { Alerts = alerts ?? [] };
        var result = Describe(rule, () => rule.Judge(subject, context));
        Describe(rule, () => rule.JudgeThreeValued(subject, context)).ShouldBe(result, "the three-valued form differs from the null-free one");
        return result;
    }

    public static string Judge(string kind, string body, object subject, DateOnly? asOf = null) => CompileOne(kind, body).Judge(subject, asOf);

    /// <summary>What rules say of a plan, as it is said by compiled rules and by those that judge their first subjects.</summary>
    public static EvaluationResults Evaluate(TestPlan plan, params string[] files)
    {
        var rules = Compile(files);
        var results = Evaluator.Run(rules, plan, AsOf);
        Evaluator.Run(new CompiledRuleSet(rules.RuleSet), plan, AsOf).Lines().ShouldBe(results.Lines(), "the interpreted rules differ from the compiled ones");
        return results;
    }

    public static PlanReport Check(TestPlan plan, params string[] files)
    {
        var rules = Compile(files);
        return new ReportBuilder(rules).Build(Evaluator.Run(rules, plan, AsOf), new PlanStamp(plan.Id, "999997", "hash", 0), AsOf);
    }

    /// <summary>The results that are not quiet, one a line: <c>TST-01/p1 warning</c>.</summary>
    public static string[] Lines(this EvaluationResults results) =>
        [.. results.Results.Select(r => $"{r.Rule.Rule.Id}/{((TestSubject)r.Place.Subject).Id} {(r.Fault is null ? Describe(r.Rule, r.Judgement) : "fault " + r.Fault.Code)}")];

    public static string Describe(CompiledRule rule, Judgement judgement) => judgement.Outcome switch
    {
        Outcome.Quiet => "quiet",
        Outcome.NotApplicable => "対象外",
        Outcome.Undetermined => "判定不能 " + Facts(rule, judgement),
        Outcome.Alert => SeverityWords.English(rule.Rule.Levels[judgement.Level].Severity) + (judgement.Missing is null ? "" : ", unknown " + Facts(rule, judgement)),
        _ => "fault",
    };

    private static string Describe(CompiledRule rule, Func<Judgement> judge)
    {
        try
        {
            return Describe(rule, judge());
        }
        catch (DxRules.Engine.Feel.Compilation.EvaluationFault fault)
        {
            return "fault " + fault.Code;
        }
    }

    private static string Facts(CompiledRule rule, Judgement judgement) =>
        "[" + string.Join(", ", FactOrder.Sort(judgement.Missing?.Facts ?? [], rule.Rule.Subject).Select(f => f.Ja)) + "]";

    private static string NameOf(string file) => file.Split('\n').First(line => line.StartsWith("id: ", StringComparison.Ordinal))[4..].Trim();
}
