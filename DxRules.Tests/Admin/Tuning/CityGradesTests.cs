using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Tuning;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Tuning;

/// <summary>Grades come from the rules as the city has set them, as alerts do. It is 2 June 2025, and 2024 is under review.</summary>
public sealed class CityGradesTests : IAsyncLifetime
{
    private const string City = "992011";

    // What is 遅れ by the shipped boundaries is 概ね順調 by these.
    private const string Lenient = "format: dxprofile/1\nname: デモ市\nparameters:\n  評価の境界.概ね順調: { value: 0.2, reason: 試し }\n  評価の境界.やや遅れ: { value: 0.1, reason: 試し }\n";
    private const string OtherScale = "format: dxprofile/1\nname: デモ市\nscale: { use: hamamatsu, reason: 行政評価 }\n";
    private const string Judgements = "/cycles/1/judgements?show=all";

    private static readonly PlanDocument Plan = Samples.Read("demo-city.json");
    private static readonly DateOnly Today = new(2025, 6, 2);
    private static readonly string Initiative = Moved("initiative");
    private static readonly string Kpi = Moved("kpi");

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(EngineCheck.Check);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_pages_of_a_plan_grade_by_the_boundaries_that_the_city_set_last()
    {
        await ShowsOnPlanPages(null);

        await Set(Lenient);
        await ShowsOnPlanPages(Lenient);

        await Set(null, 1);
        await ShowsOnPlanPages(null);
    }

    [Fact]
    public async Task KPIs_and_the_pictures_of_the_first_page_count_by_them_too()
    {
        int Behind(string? profile) => Grades(profile, Today).Count(grade => grade is { Subject.Type: "kpi", Kind: GradeKind.Behind });
        Behind(Lenient).ShouldNotBe(Behind(null));
        await ShowsBehind(Behind(null));

        await Set(Lenient);

        await ShowsBehind(Behind(Lenient));
    }

    [Fact]
    public async Task A_cycle_is_judged_by_the_settings_of_its_last_run_which_found_its_alerts()
    {
        await Set(Lenient);
        (await Judged(Initiative)).ShouldBe(Word(null, Initiative), "nothing was checked with the new settings");

        await Check(1);

        (await Judged(Initiative)).ShouldBe(Word(Lenient, Initiative));
    }

    [Fact]
    public async Task A_cycle_that_was_never_checked_is_judged_by_the_newest_settings()
    {
        await using var fresh = await RunningSite.WithPlanOnly(EngineCheck.Check);
        await fresh.In(services => services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default));
        await Set(Lenient, on: fresh);

        (await Judged(Initiative, fresh)).ShouldBe(Word(Lenient, Initiative));
    }

    [Fact]
    public async Task A_closed_cycle_keeps_the_grades_of_the_settings_that_were_frozen_with_it()
    {
        await Set(Lenient);
        await Check(1);
        await site.In(async services => (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None));

        await Set(null, 1);

        (await Judged(Initiative)).ShouldBe(Word(Lenient, Initiative));
        HtmlPage.Text(Row(await site.Open("/plans/1"), Initiative)).ShouldContain(Word(null, Initiative, Today));
    }

    [Fact]
    public async Task The_words_that_people_may_choose_are_those_of_the_citys_scale()
    {
        await Set(OtherScale);
        await Check(1);

        var words = (await site.Open(Judgements)).ById($"headquarters-{Initiative}").Descendants("option").Select(option => option.Attribute("value")!.Value).Where(word => word.Length > 0);

        words.ShouldBe(RatingScales(OtherScale));
        words.ShouldNotBe(RatingScales(null));
        var word = RatingScales(OtherScale)[0];
        (await site.Client.Press(Judgements, "評価を保存する", ($"headquarters-{Initiative}", word), ($"reason-headquarters-{Initiative}", "本部の判断"))).Main.ShouldContain("1件の評価を保存しました。");
    }

    [Fact]
    public async Task Two_checks_are_compared_each_by_its_own_settings()
    {
        await site.In(async services =>
        {
            (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None);
            await services.GetRequiredService<CycleOpening>().Open(1, 2025, default);
        });
        await Set(Lenient);
        await Check(2);

        var row = (await site.Open("/cycles/2/comparison?show=items")).All("tr").Single(row => (string?)row.Attribute("data-id") == Initiative);

        HtmlPage.Text(row).ShouldContain(Grade(null, Initiative, Samples.AsOf).Label.Ja);
        HtmlPage.Text(row).ShouldContain(Grade(Lenient, Initiative, Samples.AsOf).Label.Ja);
    }

    [Fact]
    public void Rules_that_were_kept_from_another_version_of_the_program_grade_as_they_did()
    {
        var shipped = PlanCheck.Default.Files;
        var other = shipped.Select(file => file.Name.EndsWith("parameters.yaml", StringComparison.Ordinal)
            ? new SourceText(file.Name, file.Content.Replace("value: 0.8", "value: 0.2", StringComparison.Ordinal).Replace("value: 0.6", "value: 0.1", StringComparison.Ordinal)) : file).ToList();

        CompiledProfiles.Of(shipped, null).Check.ShouldBeSameAs(PlanCheck.Default);
        CompiledProfiles.Of(shipped, Lenient).Check.ShouldBeSameAs(CompiledProfiles.Check(Lenient));
        CompiledProfiles.Of(other, null).Check.ShouldNotBeNull().Grades(Plan, Today).Subjects.Single(grade => grade.Subject.Id == Initiative).Label
            .ShouldBe(Grade(Lenient, Initiative, Today).Label);
        CompiledProfiles.Of([new("rules/a.yaml", "format: dxrule/1\n")], null).Check.ShouldBeNull();
    }

    private async Task ShowsOnPlanPages(string? profile)
    {
        HtmlPage.Text(Row(await site.Open("/plans/1"), Initiative)).ShouldContain(Word(profile, Initiative, Today));
        (await site.Open($"/plans/1/initiatives/{Initiative}")).Main.ShouldContain(Word(profile, Initiative, Today));
        (await site.Open($"/plans/1/kpis/{Kpi}")).Main.ShouldContain(Word(profile, Kpi, Today));
    }

    private async Task ShowsBehind(int count)
    {
        HtmlPage.Text((await site.Open("/plans/1/kpis")).WithClass("dx-tabs").Single().Descendants("a").Single(link => link.Attribute("href")!.Value.EndsWith("grade=behind"))).ShouldEndWith($" {count}件");
        (await site.Open("/")).All("a").First(link => link.Attribute("href")!.Value.EndsWith("/plans/1/kpis?grade=behind")).Value.Trim().ShouldStartWith($"{count} ");
    }

    private async Task<string> Judged(string subject, RunningSite? on = null)
    {
        var page = await (on ?? site).Open(Judgements);
        var title = Grade(null, subject, Samples.AsOf).Subject.Title;
        var row = page.WithClass("dx-judged").Single(row => row.Attribute("data-type")!.Value == "initiative" && HtmlPage.Text(row.Element("th")!).StartsWith(title, StringComparison.Ordinal));
        return HtmlPage.Text(row.Elements("td").ElementAt(1).Descendants("span").First());
    }

    private Task Check(int cycle) => site.In(services => services.GetRequiredService<CycleCheck>().Run(cycle, Samples.AsOf, default));

    private Task Set(string? text, int seen = 0, RunningSite? on = null) => (on ?? site).In(async services =>
        (await services.GetRequiredService<ProfileSaving>().Save(City, text, "試し", seen, default)).Number.ShouldBe(seen + 1));

    private static System.Xml.Linq.XElement Row(HtmlPage page, string id) => page.All("tr").Single(row => (string?)row.Attribute("data-subject") == id);

    private static IReadOnlyList<SubjectGrade> Grades(string? profile, DateOnly asOf) => CompiledProfiles.Check(profile).Grades(Plan, asOf).Subjects;

    private static SubjectGrade Grade(string? profile, string subject, DateOnly asOf) => Grades(profile, asOf).Single(grade => grade.Subject.Id == subject);

    private static string Word(string? profile, string subject, DateOnly? asOf = null) => Grade(profile, subject, asOf ?? Samples.AsOf) is var grade ? $"{grade.Symbol} {grade.Label.Ja}".Trim() : "";

    private static List<string> RatingScales(string? profile) => [.. new DxRules.Admin.Judgements.GradeScale(CompiledProfiles.Check(profile)).For("initiative").Select(grade => grade.Word)];

    // The first of a kind that has another grade by the lenient boundaries.
    private static string Moved(string type) => Grades(null, Today).Where(grade => grade.Subject.Type == type && grade.Label != Grade(Lenient, grade.Subject.Id, Today).Label).Select(grade => grade.Subject.Id).First();
}
