using DxRules.Engine.Evaluation;
using DxRules.Engine.Examples;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks;

/// <summary>
/// The property every shipped rule has: making a needed fact unknown changes a result only to 判定不能, to a lower level that says what it
/// misses, or between quiet and 対象外. So missing data never raises, and never silently clears, an alert.
/// </summary>
public sealed class MissingFactsTests
{
    // The facts from which measures are computed. Single actuals are left out: measures choose among them.
    private static readonly Dictionary<string, string[]> BaseFacts = new()
    {
        ["ペース"] = ["現況値", "目標", "目標.年度", "実績", "指標.集計方法", "計画.期間", "計画.期間.開始日"],
        ["進捗率"] = ["現況値", "目標", "実績", "指標.集計方法"],
        ["目標年度"] = ["目標", "目標.年度"],
        ["見込値"] = ["目標", "目標.年度", "実績", "指標.集計方法"],
        ["判定実績"] = ["実績", "指標.集計方法"],
        ["前年比"] = ["実績", "指標.集計方法"],
        ["自市の値"] = ["実績"],
        ["終年前年"] = ["目標", "目標.年度"],
        ["現況値からの改善"] = ["現況値", "実績", "指標.方向"],
        ["前年からの改善"] = ["実績", "指標.方向"],
        ["終わった年度"] = ["計画.期間", "計画.期間.開始日"],
    };

    private static readonly CompiledRuleSet Rules =
        new(RuleSet.Bind(RuleFolder.Load(Repository.File("rules")), PlanSchema.Instance, new ParameterValues()).RuleSet!);

    public static TheoryData<string> Ids => [.. Rules.Rules.Where(rule => rule.Rule.File.Needs.Count > 0).Select(rule => rule.Rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_fact_that_becomes_unknown_neither_raises_nor_silently_clears_an_alert(string id)
    {
        var rule = Rules.Rules.Single(rule => rule.Rule.Id == id);
        var paths = rule.Rule.File.Needs.SelectMany(need => FactsOf(need.Text, rule.Rule.Subject)).Distinct().Select(path => path.Split('.')).ToList();
        var tried = 0;

        foreach (var example in rule.Rule.File.Examples)
        {
            var known = example.Given is { } given ? (FragmentObject)FragmentOf(given) : new FragmentObject(default, []);
            foreach (var (fact, without) in paths.SelectMany(path => Without(known, path)))
            {
                foreach (var (second, withoutBoth) in paths.SelectMany(path => Without(without, path)).Prepend(("", without)))
                {
                    tried++;
                    ShouldBeAllowed(rule, Judge(rule, example, known), Judge(rule, example, withoutBoth), $"{example.Name.Value}: without {fact} {second}");
                }
            }
        }
        tried.ShouldBeGreaterThan(0);
    }

    private static void ShouldBeAllowed(CompiledRule rule, Judgement before, Judgement after, string what)
    {
        var isSame = after.Outcome == before.Outcome && after.Level == before.Level;
        if (isSame || after.Outcome == Outcome.Undetermined || before.Outcome == Outcome.Undetermined)
            return;
        var isLower = before.Outcome == Outcome.Alert && after.Outcome == Outcome.Alert
            && rule.Rule.Levels[after.Level].Severity < rule.Rule.Levels[before.Level].Severity && after.Missing is { HasFacts: true };
        var isSilent = before.Outcome is Outcome.Quiet or Outcome.NotApplicable && after.Outcome is Outcome.Quiet or Outcome.NotApplicable;
        (isLower || isSilent).ShouldBeTrue($"{rule.Rule.Id}: {what}: {before} became {after}");
    }

    // What the last step of a need is computed from, seen from the subject, and every step on the way.
    private static IEnumerable<string> FactsOf(string need, ObjectType subject)
    {
        var steps = need.Split('.');
        if (BaseFacts.TryGetValue(steps[^1], out var facts))
            return facts;
        return Enumerable.Range(1, steps.Length).Select(count => string.Join('.', steps.Take(count))).Where(path => !IsPreviousOrAncestor(path, subject));
    }

    // A link that is null says that there is none. A list that holds what the subject hangs on cannot be unknown either, nor one that is empty where nothing is written.
    private static bool IsPreviousOrAncestor(string path, ObjectType subject)
    {
        var last = path[(path.LastIndexOf('.') + 1)..];
        return path is "前段" or "計画.今回の点検" or "他都市" or "取組.担当課" || subject.Members.Any(member => member.Ja == last && member.Kind is (MemberKind.Required or MemberKind.Ancestor));
    }

    // The fragment without one value at a path; where the path leads through a list, once for each element.
    private static IEnumerable<(string What, FragmentObject Fragment)> Without(FragmentObject fragment, string[] path)
    {
        if (fragment.Entries.FirstOrDefault(entry => entry.Name == path[0]) is not { } found)
            yield break;
        if (path.Length == 1)
        {
            yield return (path[0], fragment with { Entries = [.. fragment.Entries.Where(entry => entry != found)] });
            yield break;
        }
        foreach (var (what, value) in Without(found.Value, path[1..]))
            yield return (path[0] + "." + what, fragment with { Entries = [.. fragment.Entries.Select(entry => entry == found ? entry with { Value = value } : entry)] });
    }

    private static IEnumerable<(string What, Fragment Fragment)> Without(Fragment fragment, string[] path)
    {
        if (fragment is FragmentObject inner)
            return Without(inner, path).Select(without => (without.What, (Fragment)without.Fragment));
        if (fragment is not FragmentList list)
            return [];
        return list.Items.SelectMany((item, index) => Without(item, path).Select(without =>
            ($"[{index}].{without.What}", (Fragment)(list with { Items = [.. list.Items.Select((other, i) => i == index ? without.Fragment : other)] }))));
    }

    private static Judgement Judge(CompiledRule rule, RuleExample example, FragmentObject given)
    {
        var source = rule.Rule.File.Source;
        var failures = new List<Diagnostic>();
        var context = new CheckContext(example.AsOf.Value);
        (context.Alerts, context.Undetermined) = GivenAlerts.Read(given, PlanSchema.Instance, source, failures);
        var ofSubject = given with { Entries = [.. given.Entries.Where(entry => !GivenAlerts.IsName(entry.Name))] };
        var subject = PlanSchema.Instance.BuildSubject!(rule.Rule.Subject, ofSubject, example.AsOf.Value, source, failures);
        failures.Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();
        return rule.Judge(subject!, context);
    }

    private static Fragment FragmentOf(YamlNode node) => node switch
    {
        YamlMapping mapping => new FragmentObject(mapping.Span, [.. mapping.Entries.Select(entry => new FragmentEntry(entry.Key.Value, entry.Key.Span, FragmentOf(entry.Value)))]),
        YamlList list => new FragmentList(list.Span, [.. list.Items.Select(FragmentOf)]),
        YamlScalar { IsNull: false } scalar => new FragmentValue(scalar.Span, scalar.Value),
        _ => new FragmentValue(node.Span, null),
    };
}
