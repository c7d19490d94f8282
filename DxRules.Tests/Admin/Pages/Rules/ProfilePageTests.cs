using DxRules.Admin.Cycles;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Pages.Rules;

public sealed class ProfilePageTests : IAsyncLifetime
{
    private const string Address = "/rules/profile";

    private RunningSite site = null!;
    private HttpClient office = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithDemoCity(EngineCheck.Check);
        office = await site.As(Roles.DxOffice);
    }

    public async ValueTask DisposeAsync()
    {
        office.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("", "理由", "設定のファイルを貼り付けてください。")]
    [InlineData("a: [", "理由", "このファイルは規則に合いません")]
    [InlineData("format: dxprofile/1\nname: 例\nseverities: { SCH-02: { fatal: warning, reason: x } }\n", "理由", "このファイルは規則に合いません")]
    [InlineData("format: dxprofile/1\nname: 例\nextends: /etc\n", "理由", "このサイトでは使えません")]
    [InlineData("format: dxprofile/1\nname: 例\n", "", "理由を入力してください。")]
    [InlineData("format: dxprofile/1\nname: 例\nswitchedOff: { SEC-12: 切る }\n", "理由", "あなたが設定できない規則の設定も変わるため")]
    public async Task What_cannot_be_taken_in_is_told_and_what_was_pasted_stays(string text, string reason, string told)
    {
        var page = await office.Press(Address, "取り込む", ("text", text), ("reason", reason));

        page.Main.ShouldContain(told);
        page.ById("text").Value.ShouldBe(text);
    }

    [Fact]
    public async Task A_profile_is_taken_in_with_its_scale_and_taken_back()
    {
        var taken = await office.Press(Address, "取り込む", ("text", "format: dxprofile/1\nname: 例\nscale: { use: hamamatsu, reason: 行政評価 }\n"), ("reason", "行政評価に合わせる"));
        taken.Main.ShouldContain("新しい版として取り込みました。");
        taken.ById("now").Value.ShouldContain("hamamatsu");

        var back = await office.Press(Address, "戻す 第0版", ("reason", "やめる"));

        back.Main.ShouldContain("第0版の内容に戻しました。");
        back.ById("now").Value.ShouldContain("規則は、同梱のままの値で使っています。");
        back.WithClass("dx-version").Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_nobody_set_cannot_be_exported() => (await site.Open($"{Address}?handler=export", office)).Main.ShouldContain("書き出す設定がありません。");

    [Fact]
    public async Task A_reader_sees_what_is_set_and_no_form()
    {
        using var reader = await site.As(Roles.Reader);

        (await site.Open(Address, reader)).All("main").Single().Descendants("form").ShouldBeEmpty();
    }
}
