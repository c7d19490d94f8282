using DxRules.Tests.Engine.Evaluation;

namespace DxRules.Tests.Engine.Feel.Binding;

/// <summary>Where a fact or event that may be absent can be read, and where it cannot.</summary>
public class GuardsTests
{
    [Theory]
    [InlineData("完了日 != null and 完了日 > 基準日")]
    [InlineData("完了日 = null or 完了日 > 基準日")]
    [InlineData("null != 完了日 and 完了日 > 基準日")]
    [InlineData("if 完了日 = null then 1 = 2 else 完了日 > 基準日")]
    [InlineData("if 完了日 != null then 完了日 > 基準日 else 1 = 2")]
    [InlineData("not(完了日 = null) and 完了日 > 基準日")]
    [InlineData("not(完了日 != null and 種類 = \"一回\") or 完了日 > 基準日")]
    [InlineData("(完了日 != null and 種類 = \"一回\") and 完了日 > 基準日")]
    [InlineData("(完了日 != null and 種類 = \"一回\" or 完了日 != null and 1 = 1) and 完了日 > 基準日")]
    [InlineData("(完了日 = null or 種類 = \"一回\") or 完了日 > 基準日")]
    [InlineData("前段 != null and 前段.完了日 != null and 前段.完了日 > 基準日")]
    [InlineData("終了日 != null and 終了日 > 基準日")]
    [InlineData("some r in 計画.取組 satisfies r.状態 != null and r.状態 = \"完了\"")]
    [InlineData("count(計画.取組[item.状態 != null and item.状態 = \"完了\"]) > 0")]
    [InlineData("count(計画.取組[item.状態 = null or item.状態 = \"完了\"]) > 0")]
    public void What_was_tested_can_be_read(string when) => Errors($"when: |-\n  {when}").ShouldBeEmpty();

    [Theory]
    [InlineData("完了日 > 基準日", "DX231")]
    [InlineData("完了日 > 基準日 and 完了日 != null", "DX231")]
    [InlineData("完了日 != null or 完了日 > 基準日", "DX231")]
    [InlineData("完了日 = null and 完了日 > 基準日", "DX231")]
    [InlineData("not(完了日 != null) and 完了日 > 基準日", "DX231")]
    [InlineData("(完了日 != null or 種類 = \"一回\") and 完了日 > 基準日", "DX231")]
    [InlineData("if 完了日 = null then 完了日 > 基準日 else 1 = 2", "DX231")]
    [InlineData("前段.種類 = \"一回\"", "DX231")]
    [InlineData("前段 != null and 前段.完了日 > 基準日", "DX231")]
    [InlineData("終了日 > 基準日", "DX230")]
    [InlineData("count(記録) > 0", "DX230")]
    [InlineData("some r in 計画.取組, q in 計画.取組 satisfies r.状態 != null and q.状態 = \"完了\"", "DX230")]
    [InlineData("count(計画.取組[item.状態 != null]) > 0 and 取組.状態 = \"完了\"", "DX230")]
    public void What_was_not_tested_first_cannot_be_read(string when, string codes) => Errors($"when: |-\n  {when}").ShouldBe(codes);

    [Fact]
    public void What_where_guards_is_guarded_in_all_that_follows() =>
        Errors("where: 完了日 != null and 種類 = \"一回\"\nwhen: 完了日 > 基準日\nlevels:\n  - critical: 完了日 > 基準日 + duration(\"P1M\")\n  - warning").ShouldBeEmpty();

    [Fact]
    public void What_when_guards_is_guarded_in_levels() =>
        Errors("when: 完了日 != null\nlevels:\n  - critical: 完了日 > 基準日\n  - warning").ShouldBeEmpty();

    [Fact]
    public void What_a_level_guards_is_not_guarded_in_the_next() =>
        Errors("levels:\n  - critical: 完了日 != null and 完了日 > 基準日\n  - warning: 完了日 < 基準日").ShouldBe("DX231");

    [Fact]
    public void Texts_need_no_guards() =>
        Errors("message: { ja: '{完了日}{前段.前段.終了日}{状態}', en: '{completedOn}' }").ShouldBeEmpty();

    [Fact]
    public void A_let_is_guarded_where_it_is_used_and_not_where_it_is_written()
    {
        const string Let = "let:\n  完了後: (基準日 - 完了日).days\n";

        Errors(Let + "when: 完了日 != null and 完了後 > 3").ShouldBeEmpty();
        Errors(Let + "when: 完了後 > 3").ShouldBe("DX231");
        Errors(Let + "message: { ja: '{完了後}', en: '{完了後}' }").ShouldBeEmpty();
    }

    [Fact]
    public void A_let_can_be_the_guard() =>
        Errors("let:\n  完了済み: 完了日 != null\nwhen: 完了済み and 完了日 > 基準日").ShouldBeEmpty();

    [Theory]
    [InlineData("needs: [終了日]", "終了日 > 基準日")]
    [InlineData("needs: [前段.終了日]", "前段.終了日 > 基準日")]
    [InlineData("needs: [記録.件数]", "some r in 記録 satisfies r.件数 > 1")]
    [InlineData("needs: [記録.件数]", "count(記録) > 0")]
    [InlineData("needs: [終了日]", "前段 != null and 前段.終了日 > 基準日 and 終了日 > 基準日")]
    public void A_need_covers_its_member_however_it_is_reached_and_the_way_there(string needs, string when) =>
        Errors($"{needs}\nwhen: |-\n  {when}").ShouldBe(when == "count(記録) > 0" ? "DX153" : "");

    [Theory]
    [InlineData("count(取組.区間) > 0 and every p in 取組.区間 satisfies p.種類 = \"一回\"", "")]
    [InlineData("count(取組.区間) >= 1 and every p in 取組.区間 satisfies p.種類 = \"一回\"", "")]
    [InlineData("0 < count(取組.区間) and (every p in 取組.区間 satisfies p.種類 = \"一回\")", "")]
    [InlineData("count(取組.区間) != 0 and every p in 取組.区間 satisfies p.種類 = \"一回\"", "")]
    [InlineData("count(取組.区間) = 2 and every p in 取組.区間 satisfies p.種類 = \"一回\"", "")]
    [InlineData("count(取組.区間) = 0 or every p in 取組.区間 satisfies p.種類 = \"一回\"", "")]
    [InlineData("count(取組.区間) < 1 or every p in 取組.区間 satisfies p.種類 = \"一回\"", "")]
    [InlineData("if count(取組.区間) = 0 then 1 = 2 else every p in 取組.区間 satisfies p.種類 = \"一回\"", "")]
    [InlineData("(some q in 取組.区間 satisfies q.種類 = \"継続\") and every p in 取組.区間 satisfies p.題名 = \"あ\"", "")]
    [InlineData("count(取組.区間[item.種類 = \"一回\"]) > 0 and every p in 取組.区間[item.種類 = \"一回\"] satisfies p.題名 = \"あ\"", "")]
    [InlineData("every n in [1, 2, 3] satisfies n > count(取組.区間)", "")]
    [InlineData("every n in 1..3 satisfies n > count(取組.区間)", "")]
    [InlineData("every p in 取組.区間 satisfies p.種類 = \"一回\"", "DX252")]
    [InlineData("count(取組.区間) >= 0 and every p in 取組.区間 satisfies p.種類 = \"一回\"", "DX252")]
    [InlineData("count(取組.区間) > 0 or every p in 取組.区間 satisfies p.種類 = \"一回\"", "DX252")]
    [InlineData("count(取組.区間) > 0 and every p in 取組.区間[item.種類 = \"一回\"] satisfies p.題名 = \"あ\"", "DX252")]
    [InlineData("count(取組.区間[item.種類 = \"一回\"]) > 0 and every p in 取組.区間 satisfies p.題名 = \"あ\"", "")]
    [InlineData("count(取組.区間) > 0 and every n in 年度列(2024, 今年度) satisfies n > 2000", "DX252")]
    public void Every_asks_first_whether_there_is_anything(string when, string codes) =>
        Errors($"needs: [ 取組.区間 ]\nwhen: |-\n  {when}").ShouldBe(codes);

    private static string Errors(string body) =>
        string.Join(" ", TestRules.Bind(TestRules.File("TST-01", "区間", body)).Diagnostics.Select(d => d.Code));
}
