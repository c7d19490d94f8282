using System.Net;
using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;
using DxRules.Tests.Admin.Answers;

namespace DxRules.Tests.Admin.Pages.Judgements;

public sealed class JudgementPageTests : IAsyncLifetime
{
    private const string Address = "/cycles/1/judgements";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(EngineCheck.Check);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_rules_grades_are_those_of_the_engine_with_formula_and_figures()
    {
        var grades = PlanCheck.Default.Grades(Samples.Read("demo-city.json"), Samples.AsOf).Subjects;

        var rows = (await site.Open($"{Address}?show=all")).WithClass("dx-judged").ToList();

        rows.Select(row => HtmlPage.Text(row.Elements("td").ElementAt(1).Descendants("span").First()))
            .ShouldBe(grades.Where(grade => grade.Subject.Type is "policy" or "initiative" or "series").Select(grade => $"{grade.Symbol} {grade.Label.Ja}"));
        var judged = grades.First(grade => grade.Subject.Type == "series" && grade.Figures.Count > 0);
        rows.Select(HtmlPage.Text).ShouldContain(row => row.Contains(judged.Formula.Ja) && row.Contains($"{judged.Figures[0].Name.Ja}: {judged.Figures[0].Text.Ja}"));
    }

    [Fact]
    public async Task To_the_office_the_policies_are_shown_first_and_to_a_department_all_of_its_own()
    {
        using var shimin = await site.As(Roles.Department, "d-shimin");

        (await site.Open(Address)).WithClass("dx-judged").ShouldAllBe(row => row.Attribute("data-type")!.Value == "policy");
        var own = await site.Open(Address, shimin);

        own.WithClass("dx-judged").ShouldContain(row => row.Attribute("data-type")!.Value == "initiative");
        own.WithClass("dx-judged").Select(row => HtmlPage.Text(row.Elements("th").Single())).ShouldAllBe(name => name.Contains("市民課"));
        own.All("select").Select(select => (string?)select.Attribute("name")).ShouldNotContain(name => name!.StartsWith("headquarters-"));
    }

    [Fact]
    public async Task Grades_are_entered_in_the_row_and_only_what_was_changed_is_saved()
    {
        var page = await Post(("department-p1", "順調"), ("reason-department-p1", "窓口が整った"), ("headquarters-p1", ""));

        page.Main.ShouldContain("1件の評価を保存しました。");
        page.ById("department-p1").Descendants("option").Single(option => option.Attribute("selected") is not null).Attribute("value")!.Value.ShouldBe("順調");
        page.ById("reason-department-p1").Attribute("value")!.Value.ShouldBe("窓口が整った");
        (await Post(("department-p1", "順調"), ("reason-department-p1", "窓口が整った"))).Main.ShouldContain("変えた評価はありません。");
    }

    [Fact]
    public async Task What_is_wrong_stays_in_its_row_with_what_was_typed()
    {
        var page = await Post(("headquarters-p1", "評価できない"), ("reason-headquarters-p1", ""), ("reason-department-p1", "書きかけ"), ("department-p1", "遅れ"));

        HtmlPage.Text(page.ById("reason-headquarters-p1-error")).ShouldBe("規則か自己評価と違う評価には、理由を入力してください。");
        page.ById("reason-department-p1").Attribute("value")!.Value.ShouldBe("書きかけ");
    }

    [Fact]
    public async Task Only_those_that_differ_are_shown_when_asked_for_and_the_word_says_how()
    {
        await Post(("department-p1", "順調"));

        var page = await site.Open($"{Address}?show=different");

        page.WithClass("dx-judged").Select(HtmlPage.Text).ShouldContain(row => row.Contains("くらし") || row.Contains("自己評価が規則"));
        page.WithClass("dx-judged").ShouldAllBe(row => row.Descendants("li").Any());
    }

    [Fact]
    public async Task Acceptances_and_factors_stand_together_with_how_long_they_hold()
    {
        await site.In(async services =>
        {
            await using var desk = new AnswerDesk(services, RunningSite.Everything);
            var answer = await desk.Writing.Submit(new AnswerEntry(1, "SCH-02/p1-i1-l1-s2", AnswerDecision.Accept, "庁舎の改修を待つ") { AcceptedUntil = 2024 }, default);
            (await desk.Approval.Approve(answer.Answer!.Value, null, null, default)).IsDone.ShouldBeTrue();
        });
        var page = await site.Open(Address);
        var kpi = page.ById("kpi").Descendants("option").ElementAt(1).Attribute("value")!.Value;
        HtmlPage.Text((await PostTo($"{Address}?handler=factor", ("kpi", kpi), ("fiscalYear", "2024"), ("note", ""), ("rejudgeIn", "2025"))).ById("note-error"))
            .ShouldBe("外部要因を入力してください。");

        var after = await PostTo($"{Address}?handler=factor", ("kpi", kpi), ("fiscalYear", "2024"), ("note", "大雪による運休"), ("rejudgeIn", "2025"));

        var listed = HtmlPage.Text(after.ById("exceptions-table"));
        listed.ShouldContain("庁舎の改修を待つ");
        listed.ShouldContain("令和6年度（2024年度）まで");
        listed.ShouldContain("大雪による運休");
        listed.ShouldContain("令和7年度（2025年度）に改めて判定");
        await site.In(async services =>
        {
            (await Service<CycleClosing>(services).Close(1, default)).ShouldBe(StepRefusal.None);
            var next = await Service<CycleOpening>(services).Open(1, 2025, default);
            await Service<CycleCheck>(services).Run(next!.Id, new DateOnly(2025, 6, 2), default);
        });
        var later = HtmlPage.Text((await site.Open("/cycles/2/judgements")).ById("exceptions-table"));
        later.ShouldContain("期限切れ");
        later.ShouldContain("改めて判定する年度です");
    }

    [Fact]
    public async Task A_closed_cycle_is_only_read()
    {
        await Post(("department-p1", "概ね順調"), ("reason-department-p1", "点検の後に入力した"));
        await site.In(async services => (await Service<CycleClosing>(services).Close(1, default)).ShouldBe(StepRefusal.None));

        var page = await site.Open($"{Address}?show=all");

        page.WithClass("dx-judged").SelectMany(row => row.Ancestors("form")).ShouldBeEmpty();
        page.Main.ShouldContain("点検の後に入力した");
        (await Post(("department-p1", "順調"))).Main.ShouldContain("この点検は完了しているため、評価を変えられません。");
    }

    [Fact]
    public async Task Who_only_reads_enters_nothing()
    {
        using var reader = await site.As(Roles.Reader);

        (await site.Open(Address, reader)).WithClass("dx-judged").SelectMany(row => row.Descendants("select")).ShouldBeEmpty();
        (await reader.PostAsync(new Uri(Address, UriKind.Relative), null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static T Service<T>(IServiceProvider services)
        where T : notnull => (T)services.GetService(typeof(T))!;

    private Task<HtmlPage> Post(params (string Name, string Value)[] typed) => PostTo(Address, typed);

    private async Task<HtmlPage> PostTo(string address, params (string Name, string Value)[] typed)
    {
        var token = (await site.Open("/account")).All("input").First(input => (string?)input.Attribute("name") == "__RequestVerificationToken").Attribute("value")!.Value;
        var fields = typed.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var response = await site.Client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await HtmlPage.Read(response);
    }
}
