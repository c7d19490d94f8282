using DxRules.Engine.Feel.Cases;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks.Reference;

/// <summary>Every row of the table of differences, in both languages and both modes.</summary>
public sealed class ModeDifferencesTests
{
    private const string Known = """
        {
          "基準日": { "$date": "2025-05-31" }, "asOfDate": { "$date": "2025-05-31" },
          "終了日": null, "end": null, "状態": null, "status": null, "完了日": null, "completedOn": null, "前段": null, "previous": null,
          "取組": { "区間": [ { "題名": "設計" }, { "題名": "開発" } ] }, "initiative": { "phases": [ { "title": "Design" }, { "title": "Build" } ] },
          "計画": { "取組": [ { "区間": [] }, { "区間": [] } ] }, "plan": { "initiatives": [ { "phases": [] }, { "phases": [] } ] }
        }
        """;

    public static TheoryData<string, Language> Rows
    {
        get
        {
            var rows = new TheoryData<string, Language>();
            foreach (var difference in ModeDifferences.All)
            {
                rows.Add(difference.Expression.Ja, Language.Japanese);
                if (difference.Expression.En != difference.Expression.Ja)
                    rows.Add(difference.Expression.En, Language.English);
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_expression_comes_out_as_the_table_says(string expression, Language language)
    {
        var row = ModeDifferences.All.First(row => row.Expression.In(language) == expression);

        (InRule(expression), InStandard(expression, language)).ShouldBe((row.InRule, row.InStandard));
    }

    [Fact]
    public void Every_row_differs() => ModeDifferences.All.ShouldAllBe(row => row.InRule != row.InStandard);

    private static string InRule(string expression)
    {
        string[] outcomes = ["warning", "quiet", "undetermined", "notApplicable"];
        var told = outcomes.Select(outcome => (outcome, TriedExample.OfRule(Rule(expression, outcome)))).ToList();
        if (told.Select(each => each.Item2).FirstOrDefault(list => list.Any(d => d.Code.StartsWith("DX2", StringComparison.Ordinal))) is { } errors)
            return string.Join(", ", errors.Select(d => d.Code).Distinct());
        if (told[0].Item2.SelectMany(d => new[] { d.Message.En }).FirstOrDefault(text => text.Contains("DX301", StringComparison.Ordinal)) is not null)
            return ModeDifferences.Fault + "DX301";
        return told.Where(each => each.Item2.Count == 0).Select(each => each.outcome).SingleOrDefault() switch
        {
            "warning" => "true",
            "quiet" => "false",
            "undetermined" => ModeDifferences.Undetermined,
            "notApplicable" => ModeDifferences.NotApplicable,
            _ => string.Join("\n", told[0].Item2.Select(d => d.Code + " " + d.Message.En)),
        };
    }

    private static string Rule(string expression, string outcome)
    {
        string[] facts = ["終了日", "end", "状態", "status", "取組.区間", "initiative.phases", "計画.取組.区間", "plan.initiatives.phases"];
        var needs = facts.Where(name => expression.Split(' ', '(', ')', '[', ']', ',').Contains(name));
        return $$"""
            format: dxrule/1
            id: TST-01
            title: { ja: 規則, en: Rule }
            subject: 区間
            category: schedule
            version: 1
            source: [計画書]
            needs: [{{string.Join(", ", needs)}}]
            when: |-
              {{expression}}
            levels: [warning]
            message: { ja: 文, en: Text }
            clears: { ja: 解消, en: Clears }
            examples:
              - { name: 例, asOf: 2025-05-31, given: { 題名: 設計, 取組: { 区間: [ { 題名: 開発 } ] } }, expect: {{outcome}} }
            """;
    }

    private static string InStandard(string expression, Language language)
    {
        var context = JsonContext.Read(new SourceText("known", Known));
        var run = new DynamicRun(new CallContext(FeelDateTime.StartOf(CivilDate.Of(new DateOnly(2025, 5, 31)))));
        foreach (var (name, value) in context.Values.Entries)
            run.Set(name, value);
        run.Set(language == Language.Japanese ? "題名" : "title", language == Language.Japanese ? "設計" : "Design");
        string[] names = [.. context.Values.Entries.Select(entry => entry.Key), "題名", "title"];
        return ValueText.Of(DynamicExpression.Compile(EmbeddedText.Whole(new SourceText("", expression)), names).Evaluate(run)) ?? "null";
    }
}
