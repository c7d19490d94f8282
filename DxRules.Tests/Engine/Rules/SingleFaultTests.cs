using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

/// <summary>One mistake in a good rule gives one error, the one at the mistake: nothing that only follows from it.</summary>
public class SingleFaultTests
{
    private const string OfSystems = """
        format: dxrule/1
        id: TST-01
        title: { ja: 復元試験が古い, en: Old restore test }
        subject: システム
        category: security
        version: 1
        source: [ 市のバックアップ基準 ]
        parameters:
          試験の間隔: { en: testInterval, type: months, value: P12M, min: P1M, max: P36M, help: { ja: この期間に一度は行う, en: once in this time } }
        uses: [ 猶予 ]
        where: 稼働中 and 重要 and 復元試験日 != null
        needs: [ 稼働中, 重要 ]
        let:
          期限:
            en: dueOn
            is: 基準日 - 試験の間隔
        when: 重要 and 復元試験日 < 期限
        levels:
          - warning: 復元試験日 < 期限 - 猶予.日数
          - notice
        message:
          ja: 「{題名}」の復元試験は{復元試験日}が最後で、{試験の間隔}を超えています（{期限}、{猶予.日数}）。
          en: The last restore test of "{title}" was on {lastRestoreTestOn}, more than {testInterval} ago ({dueOn}, {grace.days}).
        clears:
          ja: '{期限}以降の日を入力すると解消します。'
          en: Entering a date from {dueOn} clears it.
        examples:
          - { name: 警告, asOf: 2025-05-31, given: { 稼働中: true, 重要: true, 復元試験日: 2024-01-30 }, expect: warning }

        """;

    private const string OfPolicies = """
        format: dxrule/1
        id: TST-02
        title: { ja: 主管課が一つでない, en: Not one lead }
        subject: 施策
        category: governance
        version: 1
        source: [ 推進体制の定め ]
        parameters:
          上限: { en: most, type: number, value: 1 }
        where: 範囲 = "計画内"
        needs: [ 実施主体.役割 ]
        let:
          主管課の数:
            en: leads
            is: count(実施主体[役割 = "主管"])
            unit: { ja: 課, en: departments }
        levels:
          - warning: 主管課の数 = 0
          - notice: 主管課の数 > 上限
        message: { ja: '主管課が{主管課の数}あります（{上限}まで）。', en: 'It has {leads} (at most {most}).' }
        clears: { ja: 一つに決めると解消します。, en: One lead clears it. }
        examples:
          - { name: 警告, asOf: 2025-05-31, given: { 実施主体: [] }, expect: warning }

        """;

    private const string Groups = """
        format: dxparameters/1
        猶予:
          en: grace
          title: { ja: 猶予, en: Grace }
          members:
            日数: { en: days, type: days, value: P10D }

        """;

    [Theory]
    [InlineData(OfSystems)]
    [InlineData(OfPolicies)]
    public void The_rules_without_a_mistake_have_none(string rule) => Errors(rule, Groups).ShouldBeEmpty();

    [Theory]
    [InlineData("value: P12M", "value: 12", "DX124")]
    [InlineData("value: P12M, ", "", "DX112")]
    [InlineData("value: P12M", "value: P40M", "DX125")]
    [InlineData("type: months", "type: days", "DX124")]
    [InlineData("type: months", "type: month", "DX116")]
    [InlineData("type: months, ", "", "DX112")]
    [InlineData("en: testInterval, ", "", "DX112")]
    [InlineData("en: testInterval", "eng: testInterval", "DX111")]
    [InlineData("en: testInterval", "en: 間隔", "DX127")]
    [InlineData("  試験の間隔: {", "  試験 間隔: {", "DX127")]
    [InlineData("{ en: testInterval, type: months, value: P12M, min: P1M, max: P36M, help: { ja: この期間に一度は行う, en: once in this time } }", "P12M", "DX113")]
    [InlineData("parameters:\n", "parametrs:\n", "DX111")]
    [InlineData("uses: [ 猶予 ]", "uses: [ 猶余 ]", "DX135")]
    [InlineData("uses: [ 猶予 ]", "use: [ 猶予 ]", "DX111")]
    [InlineData("uses: [ 猶予 ]", "uses: 猶予", "DX113")]
    [InlineData("where: 稼働中 and", "where: 稼動中 and", "DX220")]
    [InlineData("where: 稼働中 and", "where: 稼働中 &&", "DX206")]
    [InlineData("復元試験日 != null\n", "復元試験日 is null\n", "DX213")]
    [InlineData("where:", "were:", "DX111")]
    [InlineData("needs: [ 稼働中, 重要 ]", "needs: 稼働中、重要", "DX113")]
    [InlineData("needs: [ 稼働中, 重要 ]", "needs: [ 稼働中、重要 ]", "DX205")]
    [InlineData("needs: [ 稼働中, 重要 ]", "needs: [ 稼働中, 重用 ]", "DX221")]
    [InlineData("needs: [ 稼働中, 重要 ]", "needs: [ 稼働中, 重要, 復元試験日 ]", "DX152")]
    [InlineData("needs: [", "need: [", "DX111")]
    [InlineData("is: 基準日 - 試験の間隔", "is: 基準日 - 試験の聞隔", "DX220")]
    [InlineData("is: 基準日 - 試験の間隔", "is: 基準日 - ", "DX201")]
    [InlineData("is: 基準日", "ist: 基準日", "DX111")]
    [InlineData("en: dueOn", "en: 期日", "DX127")]
    [InlineData("en: dueOn", "eng: dueOn", "DX111")]
    [InlineData("let:\n", "lets:\n", "DX111")]
    [InlineData("when: 重要 and", "when: 重要 かつ", "DX213")]
    [InlineData("when:", "whem:", "DX111")]
    [InlineData("復元試験日 < 期限 - 猶予.日数", "復元試験日 < 期限 - 猶予.月数", "DX221")]
    [InlineData("- warning:", "- 警告:", "DX116")]
    [InlineData("expect: warning", "expect: 警告", "DX116")]
    [InlineData("asOf: 2025-05-31", "asOf: 2025/5/31", "DX122")]
    [InlineData("subject: システム", "subject: 情報システム", "DX150")]
    public void One_mistake_in_a_rule_of_systems_is_one_error(string good, string bad, string code) => Only(OfSystems, good, bad, code);

    [Theory]
    [InlineData("役割 = \"主管\"", "役割 = 主管", "DX220")]
    [InlineData("役割 = \"主管\"", "役割 = \"担当\"", "DX223")]
    [InlineData("count(", "件数(", "DX236")]
    [InlineData("is: count(実施主体[役割 = \"主管\"])", "is: count(実施主体[役割 = \"主管\")", "DX203")]
    [InlineData("is: count(実施主体[役割 = \"主管\"])", "is: 実施主体の数", "DX220")]
    [InlineData("needs: [ 実施主体.役割 ]\n", "", "DX230")]
    [InlineData("type: number, value: 1", "type: percent, value: 1", "DX124")]
    [InlineData("where: 範囲 = \"計画内\"", "where: 範囲 = \"計画の内\"", "DX223")]
    [InlineData("levels:\n", "level:\n", "DX111")]
    [InlineData("unit: { ja: 課, en: departments }", "unit: { ja: 課 }", "DX115")]
    [InlineData("message: {", "massage: {", "DX111")]
    [InlineData("expect: warning", "expected: warning", "DX111")]
    public void One_mistake_in_a_rule_of_policies_is_one_error(string good, string bad, string code) => Only(OfPolicies, good, bad, code);

    [Theory]
    [InlineData("試験の間隔", "経過月数", "DX151")]
    [InlineData("試験の間隔", "冗長化", "DX151")]
    [InlineData("期限", "基準日", "DX151")]
    [InlineData("dueOn", "title", "DX151")]
    [InlineData("dueOn", "testInterval", "DX128")]
    public void A_name_that_is_taken_is_told_once_however_often_it_is_used(string good, string bad, string code) =>
        Told(OfSystems.Replace(good, bad, StringComparison.Ordinal), Groups).ShouldBe([code]);

    [Theory]
    [InlineData("type: days", "type: day", "DX116")]
    [InlineData("value: P10D", "value: 10", "DX124")]
    [InlineData("en: days, ", "", "DX112")]
    [InlineData("  en: grace\n", "", "DX112")]
    [InlineData("{ en: days, type: days, value: P10D }", "P10D", "DX113")]
    [InlineData("  members:", "  member:", "DX111")]
    [InlineData("format: dxparameters/1", "format: dxparameter/1", "DX110")]
    public void One_mistake_in_shared_parameters_is_one_error(string good, string bad, string code) =>
        Told(OfSystems, Changed(Groups, good, bad)).ShouldBe([code]);

    private static void Only(string rule, string good, string bad, string code) => Told(Changed(rule, good, bad), Groups).ShouldBe([code]);

    private static string Changed(string text, string good, string bad)
    {
        text.ShouldContain(good);
        var at = text.IndexOf(good, StringComparison.Ordinal);
        return text[..at] + bad + text[(at + good.Length)..];
    }

    private static IEnumerable<string> Told(string rule, string groups)
    {
        var errors = Errors(rule, groups);
        return errors.Count == 1 ? [errors[0].Code] : errors.Select(d => DiagnosticPrinter.Print(d, Language.Japanese));
    }

    private static List<Diagnostic> Errors(string rule, string groups)
    {
        var folder = RuleFolder.Read("rules", [new SourceText("parameters.yaml", groups), new SourceText("rule.yaml", rule)]);
        return [.. RuleSet.Bind(folder, PlanSchema.Instance, new ParameterValues()).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
    }
}
