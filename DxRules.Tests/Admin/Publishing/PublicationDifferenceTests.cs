using DxRules.Admin.Data;
using DxRules.Admin.Publishing;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Admin.Publishing;

public class PublicationDifferenceTests
{
    private static readonly PublicGrade Good = new(new("順調", "on track"), "A", GradeKind.Good);
    private static readonly PublicGrade Late = new(new("遅れ", "behind"), "C", GradeKind.Behind);

    private static readonly PublicInitiative Portal = new(
        "p1-i1", "1", "窓口の電子化", null, ["市民課"], Good, WorkStatus.InProgress, 0.4m, null, null, "二つの窓口で試した", null, null, null);

    private static readonly PublicSeries Online = new(
        "p1-k1-s1", null, new(2021, 10), new(2026, 80), [], [new(2023, 40), new(2024, 52, IsProvisional: true)], 0.6m, 0.7m, Good);

    internal static readonly Publication Sample = new(
        new("992011", "デモ市", "架空県", "demo", "デモ市DX推進計画", new(2023, 4, 1), new(2027, 3, 31), 2024, new(2025, 5, 31), null, null),
        [new("c1", "1", "くらし", null)],
        [new("p1", "1", "くらしの手続", "c1", "早く済むようにする", ["市民課", "DX推進課"], Good, null, [Portal])],
        [new("p1-k1", "オンライン申請率", "p1", null, "申請のうちオンラインの割合", "%", KpiKind.Outcome, Aggregation.Annual, Direction.HigherIsBetter, [Online])],
        [new("p1-k1", Severity.Warning, new("届きません", "falls short"), AnswerDecision.Act, "周知の不足", "広報する", "市民課", new(2025, 9, 30), "KPI-02/p1-k1-s1")],
        [new("p1", "くらしの手続", "予約を広げる", "市民課", new(2025, 9, 30), true, ActionStatus.Planned, null, "a1")],
        [new("m1", "DX推進本部", new(2025, 5, 22), 10, 9, "進捗", "了承")]);

    [Fact]
    public void The_same_differs_in_nothing() => PublicationDifference.Of(Sample, Sample with { }).ShouldBeEmpty();

    [Fact]
    public void Where_there_was_nothing_all_is_new()
    {
        var differences = PublicationDifference.Of(null, Sample);

        differences.ShouldAllBe(one => one.Change == PublicChange.Added && one.Member == null && one.Whole.Count > 0);
        differences.Select(one => one.Part).Distinct().ShouldBe(Enum.GetValues<PublicPart>());
    }

    [Fact]
    public void A_member_is_told_with_what_it_was_and_what_it_is()
    {
        var now = With(Portal with { Done = "五つの窓口で始めた", Grade = Late });

        PublicationDifference.Of(Sample, now).Select(one => (one.Part, one.Id, one.Policy, one.Member, one.Old, one.New)).ShouldBe(
        [
            (PublicPart.Initiative, "p1-i1", "p1", PublicMember.Grade, Good, Late),
            (PublicPart.Initiative, "p1-i1", "p1", PublicMember.Done, "二つの窓口で試した", "五つの窓口で始めた"),
        ]);
    }

    [Fact]
    public void A_figure_that_was_settled_and_one_of_a_new_year_are_told_by_their_years()
    {
        var now = Sample with { Kpis = [Sample.Kpis[0] with { Series = [Online with { Actuals = [new(2023, 40), new(2024, 55), new(2025, 61)] }] }] };

        PublicationDifference.Of(Sample, now).Select(one => (one.Member, one.FiscalYear, one.Unit, one.Old, one.New)).ShouldBe(
        [
            (PublicMember.Actual, 2024, "%", new PublicFigure(2024, 52, IsProvisional: true), new PublicFigure(2024, 55)),
            (PublicMember.Actual, 2025, "%", null, new PublicFigure(2025, 61)),
        ]);
    }

    [Fact]
    public void What_came_and_what_went_are_told_as_a_whole()
    {
        var other = Portal with { Id = "p1-i2", Title = "予約" };

        var differences = PublicationDifference.Of(Sample, With(other));

        differences.Select(one => (one.Title, one.Change)).ShouldBe([("予約", PublicChange.Added), ("窓口の電子化", PublicChange.Removed)]);
        differences[1].Whole.ShouldContain(new PublicValue(PublicMember.Done, null, "二つの窓口で試した"));
    }

    [Fact]
    public void A_response_is_known_by_its_alert_from_year_to_year()
    {
        var now = Sample with { Responses = [Sample.Responses[0] with { Finding = new("まだ届きません", "still falls short"), Text = "広報を続ける" }] };

        PublicationDifference.Of(Sample, now).Select(one => one.Member).ShouldBe([PublicMember.Finding, PublicMember.Answer]);
    }

    [Fact]
    public void Another_day_of_the_check_shows_at_the_plan() =>
        PublicationDifference.Of(Sample, Sample with { Head = Sample.Head with { AsOf = new(2025, 7, 1) } }).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(one => one.Part.ShouldBe(PublicPart.Plan), one => one.Member.ShouldBe(PublicMember.AsOf));

    [Fact]
    public void Every_text_of_a_publication_is_looked_at()
    {
        // Each text is changed in turn by what writes and reads it: none may stay unseen.
        var json = System.Text.Encoding.UTF8.GetString(PublicationJson.Write(Sample));
        string[] texts = ["くらし\"", "早く済むようにする", "窓口の電子化", "二つの窓口で試した", "申請のうちオンラインの割合", "周知の不足", "広報する", "予約を広げる", "DX推進本部", "了承", "届きません", "DX推進課"];
        foreach (var text in texts)
        {
            json.ShouldContain(text);
            var changed = PublicationJson.Read(System.Text.Encoding.UTF8.GetBytes(json.Replace(text, "別の言葉" + (text[^1] == '"' ? "\"" : ""), StringComparison.Ordinal))).Content.ShouldNotBeNull();

            PublicationDifference.Of(Sample, changed).ShouldNotBeEmpty(text);
        }
    }

    private static Publication With(PublicInitiative initiative) => Sample with { Policies = [Sample.Policies[0] with { Initiatives = [initiative] }] };
}
