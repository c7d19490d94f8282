using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.Site;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Publishing.Site;

/// <summary>What changed since the year before, in sentences.</summary>
public sealed class PublicChangesTests
{
    private static readonly PublicGrade Late = new(new Bilingual("遅れ", "Late"), "D", GradeKind.Behind);
    private static readonly Publication City = SamplePublications.City();
    private static readonly PublicInitiative Initiative = City.Policies[0].Initiatives[0];

    [Fact]
    public void An_initiative_that_went_late_is_worse_however_far_it_came()
    {
        var turn = Changes(Of(Initiative with { Progress = 0.2m }), Of(Initiative with { Progress = 0.4m, Grade = Late })).ShouldHaveSingleItem();

        turn.ShouldSatisfyAllConditions(
            it => it.Turn.ShouldBe(Turn.Worse), it => it.Title.ShouldBe("電子申請の拡大"), it => it.Page.ShouldBe("987654/mihon-dx/2024/policies/p1.html#i-p1-i1"),
            it => it.Sentences.ShouldBe(["20%から40%まで進みました。", "予定どおりでしたが、遅れています。"]));
    }

    [Fact]
    public void A_figure_that_is_better_and_still_late_says_both()
    {
        var kpi = City.Kpis[0];
        var before = City with { Kpis = [kpi with { Series = [kpi.Series[0] with { Actuals = [new PublicFigure(2023, 28m)] }] }] };
        var now = City with { Kpis = [kpi with { Series = [kpi.Series[0] with { Actuals = [new PublicFigure(2023, 28m), new PublicFigure(2024, 30m)], Grade = Late }] }] };

        Changes(before, now).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            it => it.Turn.ShouldBe(Turn.Worse), it => it.Sentences.ShouldBe(["令和5年度は28%、令和6年度は30%でした。良くなりました。", "けれども、予定より遅れています。"]));
    }

    [Theory]
    [InlineData(Direction.LowerIsBetter, Turn.Worse)]
    [InlineData(Direction.HigherIsBetter, Turn.Better)]
    [InlineData(Direction.Maintain, Turn.Other)]
    internal void More_is_not_always_better(Direction direction, Turn turn)
    {
        var kpi = City.Kpis[0] with { Direction = direction };
        var before = City with { Kpis = [kpi with { Series = [kpi.Series[0] with { Actuals = [new PublicFigure(2023, 28m)] }] }] };
        var now = City with { Kpis = [kpi with { Series = [kpi.Series[0] with { Actuals = [new PublicFigure(2023, 28m), new PublicFigure(2024, 30m)] }] }] };

        Changes(before, now).ShouldHaveSingleItem().Turn.ShouldBe(turn);
    }

    [Fact]
    public void What_was_said_anew_is_no_change_and_what_came_or_went_is()
    {
        Changes(City, City with { Policies = [City.Policies[0] with { Initiatives = [Initiative with { Done = "ほかのことば" }] }, City.Policies[1]], Responses = [], Meetings = [] }).ShouldBeEmpty();

        Changes(City, City with { Policies = [City.Policies[0] with { Initiatives = [Initiative with { Id = "new", Title = "新しいもの" }] }, City.Policies[1]] })
            .Select(turn => $"{turn.Title} {string.Concat(turn.Sentences)}").ShouldBe(["新しいもの 新しく加わりました。", "電子申請の拡大 計画からなくなりました。"]);
    }

    [Fact]
    public void The_first_year_has_nothing_to_be_compared_with() =>
        new PublicSite([MadeSite.Of(City)]).Text("987654/mihon-dx/2024/changes.html").ShouldContain("この計画の公開は、これが初めてです。");

    private static Publication Of(PublicInitiative initiative) => City with { Policies = [City.Policies[0] with { Initiatives = [initiative] }, City.Policies[1]] };

    private static IReadOnlyList<PublicTurn> Changes(Publication before, Publication now) => PublicChanges.Of(
        new PublicYear(MadeSite.Of(now), MadeSite.Of(before with { Head = before.Head with { FiscalYear = 2023 } })), new Texts(Language.Japanese));
}
