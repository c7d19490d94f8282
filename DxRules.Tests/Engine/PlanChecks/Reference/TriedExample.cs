using System.Text.RegularExpressions;
using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Examples;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks.Reference;

/// <summary>Puts an example of the reference into a file that has no mistakes, and reads it.</summary>
internal static partial class TriedExample
{
    private const string GoodRule = """
        format: dxrule/1
        id: TST-01
        title: { ja: 未着手, en: Not started }
        subject: 区間
        category: schedule
        version: 1
        source: [計画書]
        needs: [状態]
        when: 状態 = "未着手"
        levels: [warning]
        message: { ja: '「{題名}」は未着手です。', en: '"{title}" is not started.' }
        clears: { ja: 着手すると解消します。, en: Starting it clears it. }
        """;

    private const string GoodScale = """
        format: dxscale/1
        id: three
        title: { ja: 三段階, en: Three grades }
        """;

    private const string GoodControls = """
        format: dxcontrols/1
        chapter: 7
        title: { ja: 運用, en: Operation }
        """;

    private const string GoodProfile = """
        format: dxprofile/1
        name: 山形市
        """;

    private static readonly string[] GoodPlan =
    [
        "\"format\": \"dxplan/1\"",
        "\"municipality\": { \"code\": \"062014\", \"name\": \"山形市\", \"prefecture\": \"山形県\" }",
        "\"plan\": { \"id\": \"plan\", \"title\": \"計画\", \"status\": \"inForce\" }",
    ];

    public static IReadOnlyList<Diagnostic> DiagnosticsOf(DiagnosticEntry entry) => entry.Form switch
    {
        ExampleForm.RuleKeys => OfRule(Replaced(GoodRule, entry.Example.Ja)),
        ExampleForm.Condition => OfRule(Replaced(GoodRule, $"needs: []\nwhen: |-\n  {entry.Example.Ja}")),
        ExampleForm.ScaleKeys => OfRule(Replaced(GoodScale, entry.Example.Ja)),
        ExampleForm.ControlKeys => OfRule(Replaced(GoodControls, entry.Example.Ja)),
        ExampleForm.ProfileKeys => OfProfile(Replaced(GoodProfile, entry.Example.Ja)),
        ExampleForm.PlanMembers => OfPlan(PlanWith(entry.Example.Ja)),
        ExampleForm.PlanFile => OfPlan(entry.Example.Ja),
        ExampleForm.ReportFile => ReportJsonReader.Read(new SourceText("report.json", entry.Example.Ja)).Diagnostics,
        _ => throw new ArgumentException("This is told in words and cannot be tried.", nameof(entry)),
    };

    /// <summary>All that is said about a rule, its examples included.</summary>
    public static IReadOnlyList<Diagnostic> OfRule(string text, string file = "TST-01-example.yaml")
    {
        var folder = RuleFolder.Read("rules", [new SourceText(file, text)]);
        var (rules, diagnostics) = RuleSet.Bind(folder, PlanSchema.Instance, new ParameterValues());
        return rules is null ? diagnostics : [.. diagnostics, .. ExampleRunner.Run(new CompiledRuleSet(rules)).SelectMany(e => e.Failures)];
    }

    private static List<Diagnostic> OfProfile(string text)
    {
        var diagnostics = new List<Diagnostic>();
        if (ProfileFile.Read(new SourceText("profile.yaml", text), diagnostics) is { } profile)
            AppliedProfile.Of(RuleFolder.Packaged(), profile, PlanSchema.Instance, diagnostics);
        return diagnostics;
    }

    private static IReadOnlyList<Diagnostic> OfPlan(string text) => PlanReader.Read(new SourceText("plan.json", text)).Diagnostics;

    private static string PlanWith(string members) =>
        "{ " + string.Join(", ", GoodPlan.Where(m => !members.StartsWith(m[..m.IndexOf(':')], StringComparison.Ordinal)).Append(members)) + " }";

    private static string Replaced(string good, string keys)
    {
        var replaced = keys.StartsWith("---", StringComparison.Ordinal) ? [] : Key().Matches(keys).Select(m => m.Groups[1].Value).ToHashSet();
        return string.Join('\n', good.ReplaceLineEndings("\n").Split('\n').Where(line => !replaced.Contains(line[..line.IndexOf(':')])).Append(keys)) + "\n";
    }

    [GeneratedRegex("^([A-Za-z]+):", RegexOptions.Multiline)]
    private static partial Regex Key();
}
