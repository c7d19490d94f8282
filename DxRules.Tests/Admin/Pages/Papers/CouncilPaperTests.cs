using System.Net;
using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Papers;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Papers;

/// <summary>The paper for the headquarters, on デモ市 checked with the shipped rules.</summary>
public sealed class CouncilPaperTests : IAsyncLifetime
{
    private const string Address = "/cycles/1/paper";

    private readonly MovingClock clock = new();
    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithPlanOnly(EngineCheck.Check, clock);
        await site.In(services => services.GetRequiredService<CycleOpening>().Open(1, 2024, default));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Before_the_first_check_there_is_none_and_the_page_says_so() =>
        (await site.Open(Address)).Main.ShouldContain("この年度の点検がまだないため、資料はありません。");

    [Fact]
    public async Task Until_the_cycle_is_closed_it_is_a_draft()
    {
        await Check();

        var page = await site.Open($"{Address}?number=資料1&meeting=第1回本部会議");

        page.Heading.ShouldContain("令和6年度（2024年度）の進捗状況");
        page.Main.ShouldContain("案（点検中）");
        HtmlPage.Text(page.WithClass("dx-council__number").Single()).ShouldBe("資料1");
        HtmlPage.Text(page.WithClass("dx-council__meeting").Single()).ShouldBe("第1回本部会議");
    }

    [Fact]
    public async Task Its_numbers_are_those_of_the_check_without_security()
    {
        await Check();

        var paper = await Paper();

        await site.In(async services =>
        {
            var open = await services.GetRequiredService<AdminDb>().Observations.Where(row => !row.Secret && row.Outcome == Outcome.Alert).Select(row => row.Severity!.Value).ToListAsync();
            foreach (var count in paper.Head.Alerts)
                count.Count.ShouldBe(open.Count(severity => severity == count.Severity), $"{count.Severity}");
        });
        paper.Alerts!.ShouldAllBe(alert => alert.Severity == Severity.Critical || alert.Severity == Severity.Warning);
        (paper.Alerts!.Count + paper.Alerts.Sum(alert => alert.Folded)).ShouldBeGreaterThanOrEqualTo(paper.Head.Alerts.Where(count => count.Severity >= Severity.Warning).Sum(count => count.Count));
        paper.Policies!.Count.ShouldBe(4);
    }

    [Fact]
    public async Task It_tells_what_departments_reported_in_their_words()
    {
        await Change(plan => Reported(plan, "p1-i1", "二つの窓口で試行した。\n評判はよい。", "入札が不調だった"));
        await Check();

        var results = HtmlPage.Text((await site.Open(Address)).ById("results"));

        results.ShouldContain("二つの窓口で試行した。 評判はよい。");
        results.ShouldContain("入札が不調だった");
    }

    [Fact]
    public async Task An_issue_says_the_same_to_the_letter_whatever_happens_afterwards()
    {
        await Check();
        await Close();
        var issued = await Signature();

        await Change(plan => Reported(plan, "p1-i1", "後から分かったこと", null));

        (await Signature()).ShouldBe(issued);
        (await Open()).Main.ShouldNotContain("後から分かったこと");
    }

    [Fact]
    public async Task A_correction_is_another_paper_with_its_reason_and_the_first_can_be_made_again()
    {
        await Check();
        await Close();
        var first = await Signature();
        await Change(plan => Reported(plan, "p1-i1", "後から分かったこと", null));
        clock.Now += TimeSpan.FromDays(30);
        await site.In(services => services.GetRequiredService<CycleClosing>().Correct(1, "実績の誤記", default));

        var corrected = await Open();

        corrected.Main.ShouldContain("第2版");
        corrected.Main.ShouldContain("正誤: 実績の誤記");
        corrected.Main.ShouldContain("後から分かったこと");
        (await Signature("?issue=1")).ShouldBe(first);
        (await (await site.As(Roles.Reader)).GetAsync($"{Address}?issue=3")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_the_same_for_those_who_see_security_and_for_those_who_do_not()
    {
        await Check();

        var office = await Signature(person: await site.As(Roles.DxOffice));

        (await Signature(person: await site.As(Roles.SecurityOfficer))).ShouldBe(office);
        (await Signature(person: await site.As(Roles.Administrator))).ShouldBe(office);
    }

    [Fact]
    public async Task A_department_alone_does_not_get_what_is_about_all_of_them()
    {
        await Check();

        (await (await site.As(Roles.Department, "d-shimin")).GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Only_the_parts_that_were_asked_for_are_on_it_and_the_signature_is_of_these()
    {
        await Check();

        var page = await site.Open($"{Address}?part=Actions&part=nonsense");

        page.All("section").Select(section => (string?)section.Attribute("id")).ShouldBe(["actions"]);
        (await Signature("?part=Actions")).ShouldNotBe(await Signature());
    }

    private Task Check() => site.In(services => services.GetRequiredService<CycleCheck>().Run(1, new DateOnly(2025, 5, 31), default));

    private async Task Close()
    {
        await site.In(async services => (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None));
        clock.Now += TimeSpan.FromDays(1);
    }

    private Task Change(Func<PlanDocument, PlanDocument> edit) => site.In(async services => (await services.GetRequiredService<PlanAmendments>().WriteWhole(1, edit, "試験", default)).ShouldBeTrue());

    private static PlanDocument Reported(PlanDocument plan, string initiative, string done, string? reason) => Versions.Desk.Initiative(initiative, one => one with
    {
        Reports = [.. one.Reports ?? [], new InitiativeReport { On = new DateOnly(2025, 5, 20), FiscalYear = 2024, Status = WorkStatus.InProgress, Done = done, DelayReason = reason }],
    })(plan);

    private async Task<CouncilPaper> Paper()
    {
        CouncilPaper? paper = null;
        await site.In(async services => paper = await services.GetRequiredService<CouncilPapers>().Read(1, null, default));
        return paper.ShouldNotBeNull();
    }

    // Signed in anew: a session does not last for days.
    private async Task<HtmlPage> Open(string query = "", HttpClient? person = null) => await site.Open(Address + query, person ?? await site.As(RunningSite.Everything));

    private async Task<string> Signature(string query = "", HttpClient? person = null) =>
        HtmlPage.Text((await Open(query, person)).WithClass("dx-council__seal").Single().Descendants("code").Single());
}
