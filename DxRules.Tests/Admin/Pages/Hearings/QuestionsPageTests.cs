using System.Net;
using DxRules.Admin.People;
using DxRules.Tests.Admin.Pages.Sheets;

namespace DxRules.Tests.Admin.Pages.Hearings;

public sealed class QuestionsPageTests : IAsyncLifetime
{
    private const string Address = "/cycles/1/questions";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_question_stands_on_the_item_of_the_sheet_until_it_is_answered_and_then_with_the_answer()
    {
        using var office = await site.As(Roles.DxOffice);
        using var shimin = await site.As(Roles.Department, "d-shimin");
        using var bosai = await site.As(Roles.Department, "d-bosai");
        var wrong = await office.Press(await site.Open(Address, office), "質問を送る", ("text", "いつですか。"));
        HtmlPage.Text(wrong.ById("subject-error")).ShouldBe("質問する項目を選んでください。");
        FilledForm.Fields(wrong.Form("質問を送る"))["text"].ShouldBe("いつですか。");
        (await office.Press(wrong, "質問を送る", ("subject", "p1-i1"))).Main.ShouldContain("未回答 1件 / 質問 1件");

        (await site.Open("/cycles/1/sheets/d-shimin", shimin)).Main.ShouldContain("未回答 いつですか。");
        (await site.Open(Address, bosai)).Main.ShouldContain("質問はありません。");
        var page = await site.Open(Address, shimin);
        var answer = page.All("button").Select(HtmlPage.Text).Single(text => text.StartsWith("回答を送る", StringComparison.Ordinal));
        (await shimin.Press(page, answer)).Main.ShouldContain("文を入力してください。");
        var field = page.All("textarea").Single().Attribute("name")!.Value;
        (await shimin.Press(page, answer, (field, "8月に入札します。"))).Main.ShouldContain("回答を送りました。");

        (await site.Open("/cycles/1/sheets/d-shimin", shimin)).Main.ShouldContain("8月に入札します。");
    }

    [Fact]
    public async Task Who_only_answers_does_not_ask()
    {
        using var shimin = await site.As(Roles.Department, "d-shimin");
        (await site.Open(Address, shimin)).All("button").Select(HtmlPage.Text).ShouldNotContain("質問を送る");
        (await shimin.GetAsync("/cycles/9/questions")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
