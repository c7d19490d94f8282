using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Pages.Sheets;

public sealed class RemindersPageTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_letter_goes_to_each_late_department_with_its_own_rows_only()
    {
        using var office = await site.As(Roles.DxOffice);
        var page = await site.Open("/cycles/1/reminders", office);

        var letter = HtmlPage.Text(page.WithClass("dx-letter").ShouldHaveSingleItem());
        letter.ShouldStartWith("事務連絡 令和7年6月2日 都市交通課長 様");
        letter.ShouldContain("に係る調書の提出について（督促）");
        letter.ShouldContain("令和7年5月16日を期限として提出をお願いしているところですが、令和7年6月2日現在、提出を確認できておりません（17日経過）。");
        letter.ShouldContain("3-1 公共交通のデジタル化 予算・決算 決算額（円）");
        letter.ShouldNotContain("防災情報");
        letter.ShouldEndWith("以上");
    }

    [Fact]
    public async Task Before_the_due_day_one_department_is_asked()
    {
        var page = await site.Open("/cycles/1/reminders?department=d-bosai");

        var letter = HtmlPage.Text(page.WithClass("dx-letter").ShouldHaveSingleItem());
        letter.ShouldContain("危機管理課長 様");
        letter.ShouldContain("（照会）");
        letter.ShouldNotContain("管理策", customMessage: "the paper goes to those who see nothing of security");
    }

    [Fact]
    public async Task A_department_writes_none()
    {
        using var kotsu = await site.As(Roles.Department, "d-kotsu");
        (await kotsu.GetAsync("/cycles/1/reminders")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
