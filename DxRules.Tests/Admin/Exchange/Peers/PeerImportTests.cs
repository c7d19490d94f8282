using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Publishing;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Tests.Admin.Exchange.Peers;

public sealed class PeerImportTests
{
    private static readonly PlanDocument Plan = Samples.Read("demo-city.json");

    [Fact]
    public void Pairs_are_guessed_by_title_and_definition_within_one_unit()
    {
        var guess = PeerGuess.Of(OwnSeries.Of(Plan), Read(NextCity.Published()), []);

        guess.Pairs.ShouldBe([new PeerPair("k-online-all", "t-online-all", true), new PeerPair("k-kiosk-all", "t-kiosk-all", true), new PeerPair("k-rpa-all", "t-rpa-all", false)]);
    }

    [Fact]
    public void What_was_said_the_last_time_is_guessed_again()
    {
        var known = new PeerDefinitionRow { SeriesId = "k-consult-all", Code = NextCity.Code, Title = "手続案内の利用", AsOf = new DateOnly(2024, 5, 30) };

        PeerGuess.Of(OwnSeries.Of(Plan), Read(NextCity.Published()), [known]).Pairs.ShouldContain(new PeerPair("k-consult-all", "t-visit-all"));
    }

    [Fact]
    public void Every_year_of_a_pair_becomes_a_peer_of_our_series()
    {
        var proposal = Propose(NextCity.Published(), new PeerPair("k-online-all", "t-online-all", true));

        proposal.Problems.ShouldBeEmpty();
        proposal.Rows.Select(row => (row.Outcome, row.Subject, row.Title)).ShouldBe(
            [(ImportOutcome.Added, "k-online-all", "となり市 オンライン申請率 令和5年度"), (ImportOutcome.Added, "k-online-all", "となり市 オンライン申請率 令和6年度")]);
        var peers = PeersOf(Applied(proposal), "k-online-all");
        peers.Select(peer => (peer.Code, peer.Name, peer.FiscalYear, peer.Value, peer.AsOf?.ToString(), peer.SameDefinition)).ShouldBe(
            [("992020", "となり市", 2023, 40m, "2024-03-31", true), ("992020", "となり市", 2024, 52.5m, "2025-03-31", true)]);
        proposal.Changes.ShouldAllBe(change => proposal.Sources.ContainsKey(new(change.Subject, change.Member)));
    }

    [Fact]
    public void A_figure_that_the_plan_holds_is_changed_and_what_is_known_of_the_city_stays()
    {
        var before = PeersOf(Plan, "k-kiosk-all").Single(peer => peer.Code == NextCity.Code);

        var proposal = Propose(NextCity.Published(), new PeerPair("k-kiosk-all", "t-kiosk-all"));

        proposal.Rows.ShouldHaveSingleItem().Outcome.ShouldBe(ImportOutcome.Changed);
        proposal.Problems.ShouldHaveSingleItem().Problem.Code.ShouldBe("DX699");
        proposal.Changes.Single(change => change.Member.EndsWith("/value", StringComparison.Ordinal)).ShouldBe(new PlanChange("k-kiosk-all", "peers/992020:2024/value", "41.2", "43"));
        var after = PeersOf(Applied(proposal), "k-kiosk-all");
        after.Count.ShouldBe(PeersOf(Plan, "k-kiosk-all").Count);
        after.Single(peer => peer.Code == NextCity.Code).ShouldBe(before with { Name = "となり市", Value = 43m, AsOf = new PlanDate(new DateOnly(2025, 3, 31)), SameDefinition = null });
    }

    [Fact]
    public void A_figure_without_a_day_gets_none_though_the_publication_has_one()
    {
        var published = NextCity.Published();
        var online = published.Kpis[0];
        var undated = published with { Kpis = [online with { Series = [online.Series[0] with { Actuals = [new PublicFigure(2024, 52.5m)] }] }] };

        PeersOf(Applied(Propose(undated, new PeerPair("k-online-all", "t-online-all"))), "k-online-all").ShouldHaveSingleItem().AsOf.ShouldBeNull();
    }

    [Fact]
    public void The_same_file_once_more_changes_nothing()
    {
        var pair = new PeerPair("k-online-all", "t-online-all", true);
        var after = Applied(Propose(NextCity.Published(), pair));

        var again = PeerImport.Propose("x", after, Read(NextCity.Published()), new PeerMapping([pair]), [Known("k-online-all", new DateOnly(2025, 5, 30))]);

        again.Changes.ShouldBeEmpty();
        again.Rows.ShouldAllBe(row => row.Outcome == ImportOutcome.Unchanged);
    }

    [Fact]
    public void Older_data_takes_the_place_of_nothing()
    {
        var proposal = PeerImport.Propose("x", Plan, Read(NextCity.Published()), new PeerMapping([new("k-online-all", "t-online-all")]), [Known("k-online-all", new DateOnly(2025, 8, 1))]);

        proposal.Changes.ShouldBeEmpty();
        proposal.Problems.ShouldHaveSingleItem().Problem.Code.ShouldBe("DX698");
    }

    [Theory]
    [InlineData("k-consult-all", "t-online-all", null, "DX694", "単位")]
    [InlineData("k-rpa-all", "t-rpa-all", true, "DX695", "違う定義")]
    [InlineData("k-gone", "t-rpa-all", null, "DX696", "選び直")]
    [InlineData("k-rpa-all", "t-gone", null, "DX696", "選び直")]
    public void What_cannot_stand_side_by_side_is_refused_with_the_cure(string own, string other, bool? same, string code, string cure)
    {
        var proposal = Propose(NextCity.Published(), new PeerPair(own, other, same));

        proposal.Changes.ShouldBeEmpty();
        var problem = proposal.Problems.ShouldHaveSingleItem();
        (problem.IsError, problem.Problem.Code).ShouldBe((true, code));
        problem.Problem.Hint!.Ja.ShouldContain(cure);
    }

    [Fact]
    public void Two_of_their_series_cannot_stand_beside_one_of_ours() =>
        Propose(NextCity.Published(), new PeerPair("k-online-all", "t-online-all"), new PeerPair("k-online-all", "t-kiosk-all")).Problems.ShouldContain(problem => problem.Problem.Code == "DX697");

    [Fact]
    public void Our_own_data_are_refused()
    {
        var published = NextCity.Published();
        var own = published with { Head = published.Head with { Code = Plan.Municipality.Code } };

        Propose(own, new PeerPair("k-online-all", "t-online-all")).Problems.ShouldHaveSingleItem().Problem.Code.ShouldBe("DX693");
    }

    private static PeerFile Read(Publication published) => PeerFiles.Read("publication.json", NextCity.Json(published)).File!;

    private static ImportProposal Propose(Publication published, params PeerPair[] pairs) => PeerImport.Propose("publication.json", Plan, Read(published), new PeerMapping(pairs), []);

    private static PlanDocument Applied(ImportProposal proposal) => PlanChanges.Apply(Plan, proposal.Changes).Document!;

    private static IReadOnlyList<Peer> PeersOf(PlanDocument plan, string series) => OwnSeries.Of(plan).Single(own => own.Id == series).Series.Peers;

    private static PeerDefinitionRow Known(string series, DateOnly asOf) => new() { SeriesId = series, Code = NextCity.Code, Title = "", AsOf = asOf };
}
