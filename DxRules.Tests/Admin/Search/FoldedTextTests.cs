using DxRules.Admin.Search;

namespace DxRules.Tests.Admin.Search;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("サーバー", "ｻｰﾊﾞｰ")]
    [InlineData("サーバー", "サーバ")]
    [InlineData("サーバーの更新", "サーバの更新")]
    [InlineData("サーバーの更新", "さーば")]
    [InlineData("ガス・パイプ", "ｶﾞｽ･ﾊﾟｲﾌﾟ")]
    [InlineData("データ連携", "デ－タ連携")]
    [InlineData("データ連携", "デ―タ")]
    [InlineData("インターフェース", "インタフェース")]
    [InlineData("情報 セキュリティ", "情報セキュリティ")]
    [InlineData("情報セキュリティ", "情報　セキュリティ")]
    [InlineData("平成 32 (2020) 年度", "平成３２（２０２０）年度")]
    [InlineData("Open Data", "ｏｐｅｎ　ＤＡＴＡ")]
    [InlineData("RPAの導入", "ＲＰＡ")]
    [InlineData("か\u3099くしゅう", "がくしゅう")]
    [InlineData("㈱デモ", "(株)でも")]
    public void A_text_is_found_however_it_is_typed(string text, string query) => SearchWords.Of(query).AreIn(FoldedText.Of(text)).ShouldBeTrue();

    [Theory]
    [InlineData("こどもの学び", "コード")]
    [InlineData("書かない窓口", "サーバー")]
    [InlineData("窓口の導入", "窓口 廃止")]
    [InlineData("北区", "キー")]
    [InlineData("open data", "nd")]
    public void What_is_not_there_is_not_found(string text, string query) => SearchWords.Of(query).AreIn(FoldedText.Of(text)).ShouldBeFalse();

    [Theory]
    [InlineData("新しいｻｰﾊﾞｰの調達", "サーバ", "ｻｰﾊﾞ")]
    [InlineData("情報 セキュリティの研修", "情報セキュリティ", "情報 セキュリティ")]
    [InlineData("インターフェースの更新", "インタフェース", "インターフェース")]
    [InlineData("𠮷田町の窓口", "窓口", "窓口")]
    [InlineData("Ｏｐｅｎ　Ｄａｔａの公開", "open", "Ｏｐｅｎ")]
    public void A_hit_is_marked_as_it_is_written(string text, string query, string hit) =>
        Piece.Of(text, SearchWords.Of(query)).Where(piece => piece.IsHit).Select(piece => piece.Text).ShouldBe([hit]);

    [Fact]
    public void The_pieces_of_a_text_are_the_text()
    {
        foreach (var text in new[] { "窓口の窓口支援", "ｻｰﾊﾞｰ", "ー", "", "\ud842 half", "a\nb" })
            string.Concat(Piece.Of(text, SearchWords.Of("窓口 さーば ー b")).Select(piece => piece.Text)).ShouldBe(text);
    }

    [Fact]
    public void A_query_is_bounded()
    {
        SearchWords.Of(new string('あ', 100_000)).Words.Single().Whole.Length.ShouldBe(SearchWords.Longest);
        SearchWords.Of(string.Join(' ', Enumerable.Range(0, 40))).Words.Count.ShouldBe(SearchWords.Most);
        SearchWords.Of("　 \t").Any.ShouldBeFalse();
        SearchWords.Of(null).Any.ShouldBeFalse();
    }

    [Fact]
    public void Of_a_long_text_as_much_is_shown_as_stands_around_the_word()
    {
        var text = new string('あ', 300) + "窓口" + new string('い', 300);
        var shown = Piece.Around(text, SearchWords.Of("窓口"));

        string.Concat(shown.Select(piece => piece.Text)).Length.ShouldBeLessThan(110);
        shown.Single(piece => piece.IsHit).Text.ShouldBe("窓口");
        shown[0].Text.ShouldStartWith("…");
    }
}
