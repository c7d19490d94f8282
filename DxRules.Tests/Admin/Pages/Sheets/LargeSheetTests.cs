using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Sheets;

public sealed class LargeSheetTests : IAsyncLifetime
{
    private const string Address = "/cycles/1/sheets/d-kotsu";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithPlan(FabricatedCheck.Everything, Many(Samples.Read("demo-city.json")));
        await site.In(services => services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_sheet_of_more_fields_than_forms_usually_have_is_taken()
    {
        using var kotsu = await site.As(Roles.Department, "d-kotsu");
        var page = await site.Open(Address, kotsu);
        FilledForm.Fields(page.WithClass("dx-sheet").Single()).Count.ShouldBeGreaterThan(1500);

        var saved = await kotsu.Press(page, "途中保存", ("many-79/report/done", "終わりの方まで届く"));

        saved.Main.ShouldContain("途中保存しました（1か所）");
    }

    [Fact]
    public async Task A_form_of_more_fields_than_any_sheet_has_is_refused()
    {
        using var kotsu = await site.As(Roles.Department, "d-kotsu");
        using var response = await kotsu.Sent(await WithExtra(kotsu, 10_000, "x"), "途中保存");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused()
    {
        using var kotsu = await site.As(Roles.Department, "d-kotsu");

        // As one who asks first: else the connection may be gone before the answer is read.
        kotsu.DefaultRequestHeaders.ExpectContinue = true;
        using var response = await kotsu.Sent(await WithExtra(kotsu, 1, new string('x', 9_000_000)), "途中保存");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await HtmlPage.Read(response)).Main.ShouldContain("変更は保存されていません。");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_told_with_its_length_and_stays()
    {
        using var kotsu = await site.As(Roles.Department, "d-kotsu");
        var told = await kotsu.Press(await site.Open(Address, kotsu), "途中保存", ("many-3/report/done", new string('字', 2001)));

        told.Main.ShouldContain("2000字までにしてください（今は2001字）。");
        FilledForm.Fields(told.WithClass("dx-sheet").Single())["many-3/report/done"].Length.ShouldBe(2001);
    }

    private async Task<HtmlPage> WithExtra(HttpClient browser, int count, string value)
    {
        var page = await site.Open(Address, browser);
        var form = page.WithClass("dx-sheet").Single();
        for (var i = 0; i < count; i++)
            form.Add(new System.Xml.Linq.XElement("input", new System.Xml.Linq.XAttribute("name", $"extra-{i}"), new System.Xml.Linq.XAttribute("value", value)));
        return page;
    }

    private static PlanDocument Many(PlanDocument plan) => plan with
    {
        Policies =
        [
            .. plan.Policies!,
            new Policy
            {
                Id = "many",
                Title = "多くの取組",
                Departments = [],
                Kpis = [],
                Initiatives =
                [
                    .. Enumerable.Range(0, 80).Select(i => new Initiative
                    {
                        Id = $"many-{i}",
                        Title = $"取組{i}",
                        Departments = ["d-kotsu"],
                        Lanes = [new Lane { Id = $"many-{i}-l", Phases = [.. Enumerable.Range(0, 3).Select(j => new Phase { Id = $"many-{i}-l-{j}", Title = $"区間{j}" })] }],
                    }),
                ],
            },
        ],
    };
}
