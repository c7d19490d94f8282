using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Tests.Admin.Browser.Pages;

namespace DxRules.Tests.Admin.Browser;

/// <summary>A year's entry of a department, by keyboard alone and without script.</summary>
public sealed class DepartmentSheetTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task A_sheet_is_filled_in_corrected_and_handed_in_by_keyboard_only()
    {
        await using var site = await RunningSite.WithDemoCity(EngineCheck.Check);
        await using var tab = await browser.Open(site, roles: Roles.Department, departments: "d-kotsu");
        var (keyboard, sheet) = (new Keyboard(tab.Page), await DepartmentSheetPage.Open(tab, site, 1, "d-kotsu"));

        await keyboard.TabTo(sheet.Field("実績の報告", "状態"));
        await keyboard.Choose("実施中");
        await keyboard.TabTo(sheet.Field("実績の報告", "進捗"));
        await keyboard.Type("４０");
        await keyboard.TabTo(sheet.Field("実績の報告", "年度実績"));
        await keyboard.Type("全路線へ広げた。");
        await keyboard.TabTo(sheet.Field("予算・決算", "決算額"));
        await keyboard.Type("1350万円");
        await keyboard.TabTo(sheet.Field("バス位置情報の実証", "状態"));
        await keyboard.Choose("完了");
        await keyboard.TabTo(sheet.Field("バス位置情報の実証", "着手日"));
        await keyboard.Type("R5.7.3");
        await keyboard.TabTo(sheet.Field("バス位置情報の実証", "完了日"));
        await keyboard.Type("令和6年3月29日");
        await keyboard.TabTo(sheet.Check);
        await keyboard.Enter();

        await keyboard.TabTo(sheet.FirstError);
        await keyboard.Enter();
        (await tab.Page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("p3-i1/budget/settled", "the link of the error leads to its field");
        await tab.Page.Keyboard.PressAsync("Control+A");
        await keyboard.Type("13500000");
        await keyboard.Enter();

        await keyboard.TabTo(sheet.Submit);
        await keyboard.Enter();
        (await sheet.Status.InnerTextAsync()).ShouldContain("都市交通課の調書を提出しました");
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sheet_is_kept_for_later_and_handed_in_without_script()
    {
        await using var site = await RunningSite.WithDemoCity(EngineCheck.Check);
        await using var tab = await browser.Open(site, script: false, Roles.Department, "d-kotsu");
        var sheet = await DepartmentSheetPage.Open(tab, site, 1, "d-kotsu");

        await sheet.Field("実績の報告", "年度実績").FillAsync("全路線へ広げた。\n残りは来年度。");
        await sheet.Field("予算・決算", "決算額").FillAsync("集計中");
        await sheet.SaveDraft.ClickAsync();
        (await sheet.Status.InnerTextAsync()).ShouldContain("途中保存しました（2か所）");
        (await sheet.Field("予算・決算", "決算額").InputValueAsync()).ShouldBe("集計中");

        await sheet.Field("実績の報告", "状態").SelectOptionAsync("inProgress");
        await sheet.Field("予算・決算", "決算額").FillAsync("13,500,000");
        await sheet.Field("バス位置情報の実証", "状態").SelectOptionAsync("completed");
        await sheet.Field("バス位置情報の実証", "着手日").FillAsync("2023-07-03");
        await sheet.Field("バス位置情報の実証", "完了日").FillAsync("2024-03-29");
        await sheet.Check.ClickAsync();
        await sheet.Back.ClickAsync();
        (await sheet.Field("実績の報告", "年度実績").InputValueAsync()).ShouldBe("全路線へ広げた。\n残りは来年度。");
        await sheet.Check.ClickAsync();
        await sheet.Submit.ClickAsync();

        (await sheet.Status.InnerTextAsync()).ShouldContain("都市交通課の調書を提出しました");
        tab.Complaints.ShouldBeEmpty();
    }
}
