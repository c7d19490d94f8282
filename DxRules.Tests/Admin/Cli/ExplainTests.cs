namespace DxRules.Tests.Admin.Cli;

public class ExplainTests
{
    private static readonly string Plan = Repository.File("DxRules.Tests", "Admin", "Cli", "BadInput", "good-plan.json");
    private static readonly string Rules = Repository.File("DxRules.Tests", "Admin", "Cli", "BadInput", "good-rules");

    [Fact]
    public async Task Each_part_has_its_value_and_the_deciding_ones_a_mark()
    {
        var run = await Explain("--rule", "SCH-90", "--subject", "ph-1");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe("""
            SCH-90 完了遅れ × 導入
            SCH-90 × ph-1: 判定不能
            不足: 状態
            決め手: 状態 in ("未着手", "実施中") → 不明

            when（指摘する条件）
              ● 状態 in ("未着手", "実施中") and 基準日 > 終了日      不明（不足: 状態）
                ● 状態 in ("未着手", "実施中")                        不明（不足: 状態）
                  ● = "未着手"                                        不明（不足: 状態）
                    ● 状態                                            不明（不足: 状態）
                  ● = "実施中"                                        不明（不足: 状態）
                    ● 状態                                            不明（不足: 状態）
                  基準日 > 終了日                                     はい
                    基準日                                            令和7年5月31日
                    終了日                                            令和7年3月31日

            ● 結果を決めた部分

            足りない項目が分かった場合の判定
              状態: 未着手・実施中なら警告、完了・休止・中止なら指摘なし

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Json_is_for_programs()
    {
        var run = await Explain("--rule", "SCH-90", "--subject", "ph-1", "--format", "json");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("{\n  \"format\": \"dxexplain/1\",\n");
    }

    [Theory]
    [InlineData("SCH-91", "ph-1", "規則 SCH-91 はありません。SCH-90 のことでしょうか。rules list で一覧を見られます。")]
    [InlineData("SCH-90", "ph-2", "この計画に ID が ph-2 の区間はありません。ph-1 のことでしょうか。")]
    [InlineData("SCH-90", "p-1", "規則 SCH-90 の対象は区間ですが、p-1 は施策です。")]
    public async Task A_rule_or_subject_that_is_not_there_is_told_with_what_was_probably_meant(string rule, string subject, string message)
    {
        var run = await Explain("--rule", rule, "--subject", subject);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe($"dxrules: {message}\n");
    }

    [Fact]
    public async Task Both_ids_are_needed()
    {
        var run = await Explain();

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe("""
            dxrules: --rule ID を指定してください。
            dxrules: --subject ID を指定してください。
            使い方: dxrules explain --help

            """.ReplaceLineEndings("\n"));
    }

    private static Task<CommandLineRun> Explain(params string[] options) =>
        CommandLine.Run(["explain", Plan, "--rules", Rules, "--as-of", "2025-05-31", .. options]);
}
