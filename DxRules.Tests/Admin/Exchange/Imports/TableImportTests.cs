using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Sheets;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Tests.Admin.Exchange.Imports;

public sealed class TableImportTests
{
    private static readonly PlanDocument Plan = MadeTable.Plan();

    [Fact]
    public void A_figure_of_a_new_year_is_added_and_its_cell_is_known()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("指標名|単位|実績値@2025",
            ["窓口の平均待ち時間", "分", "20"],
            ["電子決裁率", "％", 15.5]));

        Told(proposal).ShouldBe([
            """k-wait-all actuals/2025: - → {"fiscalYear":2025,"value":20,"status":"provisional","reportedOn":"2025-06-02"} @シート1!C2""",
            """k-e-approval-all actuals/2025: - → {"fiscalYear":2025,"value":15.5,"status":"provisional","reportedOn":"2025-06-02"} @シート1!C3""",
        ], ignoreOrder: true);
        proposal.Problems.ShouldBeEmpty();
        proposal.Rows.Select(row => (row.Outcome, row.Subject)).ShouldBe([(ImportOutcome.Changed, "k-wait-all"), (ImportOutcome.Changed, "k-e-approval-all")]);
    }

    [Theory]
    [InlineData(2024, true)]
    [InlineData(2022, false)]
    public void A_figure_of_the_year_under_review_is_reported_today_and_an_older_one_was_known_before(int year, bool isNews)
    {
        var edits = new SheetEdits();
        edits.Change<Series>("k-wait-all", series => series with { Actuals = [] });
        var bare = edits.Apply(Plan);

        MadeTable.Propose(bare, MadeTable.Of($"指標名|実績値@{year}", ["窓口の平均待ち時間", 21])).Changes.Single().New!.Contains("2025-06-02", StringComparison.Ordinal).ShouldBe(isNews);
    }

    [Fact]
    public void What_stands_in_the_plan_already_is_unchanged()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("ＫＰＩ|現況値@2022|目標値@2027|実績値@2023|実績値@2024", ["窓口の 平均待ち時間", 25, 10, 24, 22]));

        proposal.Changes.ShouldBeEmpty();
        proposal.Problems.ShouldBeEmpty();
        proposal.Rows.Single().Outcome.ShouldBe(ImportOutcome.Unchanged);
    }

    [Fact]
    public void A_confirmed_figure_with_another_value_is_a_change_from_old_to_new()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("指標|実績@2024", ["窓口の平均待ち時間", 21]));

        Told(proposal).ShouldBe(["k-wait-all actuals/2024/value: 22 → 21 @シート1!B2"]);
    }

    [Theory]
    [InlineData("－")]
    [InlineData("…")]
    [InlineData("")]
    public void A_gap_never_replaces_a_figure(string gap)
    {
        MadeTable.Propose(Plan, MadeTable.Of("指標|現況値@2022|実績@2024", ["窓口の平均待ち時間", 25, gap])).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_confirmed_figure_stands_beside_the_provisional_one()
    {
        var edits = new SheetEdits();
        edits.Change<Series>("k-paper-all", series => series with { Actuals = [.. series.Actuals!.SkipLast(1)] });

        var proposal = MadeTable.Propose(edits.Apply(Plan), MadeTable.Of("指標|実績@2024", ["コピー用紙の購入枚数", "９０５千枚"]));

        Told(proposal).ShouldBe(["""k-paper-all actuals/2024~2: - → {"fiscalYear":2024,"value":905,"reportedOn":"2025-06-02"} @シート1!B2"""]);
    }

    [Fact]
    public void A_provisional_figure_does_not_replace_a_confirmed_one()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("指標|実績@2024|確定/速報", ["窓口の平均待ち時間", 23, "速報"]));

        proposal.Changes.ShouldBeEmpty();
        Codes(proposal).ShouldBe(["DX655 B2"]);
    }

    [Fact]
    public void Units_that_differ_by_thousands_are_scaled_and_others_are_a_problem()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("指標|単位|実績@2025",
            ["オンライン相談の件数", "千件", "0.25"],
            ["健康ポイントアプリの利用者数", "千人", 3],
            ["電子決裁率", "件", 15]));

        Told(proposal).ShouldBe([
            """k-consult-all actuals/2025: - → {"fiscalYear":2025,"value":250,"status":"provisional","reportedOn":"2025-06-02"} @シート1!C2""",
            """k-app-all actuals/2025: - → {"fiscalYear":2025,"value":3000,"status":"provisional","reportedOn":"2025-06-02"} @シート1!C3""",
        ], ignoreOrder: true);
        Codes(proposal).ShouldBe(["DX648 C4"]);
    }

    [Fact]
    public void What_is_no_clear_figure_is_told_by_its_cell_and_changes_nothing()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("指標|実績@2024", ["窓口の平均待ち時間", "29（4）"], ["電子決裁率", new CellError("#N/A")]));

        Codes(proposal).ShouldBe(["DX647 B2", "DX647 B3"]);
        proposal.Problems[0].Problem.Message.Ja.ShouldContain("数として読めません");
        proposal.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_title_that_is_part_of_another_is_not_taken_for_it()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("指標|実績@2025", ["待ち時間", 9], ["窓口の平均待ち時間（秒）", 9], ["電子決済率", 9]));

        proposal.Changes.ShouldBeEmpty();
        Codes(proposal).ShouldBe(["DX642 A2", "DX642 A3", "DX642 A4"]);
        proposal.Problems[2].Problem.Hint!.Ja.ShouldContain("電子決裁率");
        proposal.Rows.ShouldAllBe(row => row.Outcome == ImportOutcome.NotRecognised);
    }

    [Fact]
    public void Brackets_and_segments_name_the_series()
    {
        var yamagata = MadeTable.Plan("yamagata-2022");
        var proposal = MadeTable.Propose(yamagata, MadeTable.Of("指標|区分|実績@2023",
            ["健康寿命の延伸", "男性", 80.9],
            ["AIの利用件数（導入済）", null, 4],
            ["電子黒板の導入学級数", null, 30]));

        proposal.Changes.Select(change => change.Subject).ShouldBe(["k-health-life-m", "k-ai-deployed"]);
        Codes(proposal).ShouldBe(["DX643 A4"]);
    }

    [Fact]
    public void Two_rows_with_the_same_title_are_told_with_both_cells()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("指標|実績@2025", ["電子決裁率", 15], ["電子決裁率", 16]));

        Codes(proposal).ShouldBe(["DX645 A3"]);
        proposal.Problems[0].Problem.Message.Ja.ShouldContain("A2 と A3");
        proposal.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void A_progress_sheet_fills_reports_status_money_and_indicators()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("取組番号|取組名|年度計画@2024|年度実績@2024|進捗区分@2024|進捗率@2024#%|課題@2024|次年度の対応@2024|予算額@2024#千円|決算額@2024#千円",
            ["２－２", "文書管理と電子決裁", "本格運用", "更新を完了。", "完了", 100, "特になし", "研修", 52000, "48,800"],
            ["4-1", "職員の学び直し", "－", "準備", "順調", null, null, null, null, null]));

        Told(proposal).ShouldContain("p2-i2 status: \"inProgress\" → \"completed\" @シート1!E2");
        Told(proposal).ShouldContain("p2-i2 budgets/2024/settled: 48700000 → 48800000 @シート1!J2");
        Told(proposal).ShouldNotContain(change => change.Contains("特になし") || change.Contains("budgets/2024/budget"));
        proposal.Changes.ShouldContain(change => change.Subject == "p4-i1" && change.Member.StartsWith("reports") && change.New!.Contains("準備"));
        Codes(proposal).ShouldBe(["DX650 E3"]);
    }

    [Fact]
    public void A_policy_that_stands_once_above_its_rows_is_theirs()
    {
        var proposal = MadeTable.Propose(MadeTable.Plan("yamagata-2022"), MadeTable.Of("施策|番号|取組名|年度実績@2023",
            ["健康保持増進", "①", "健診データ等の統合・分析による健康増進に向けた支援", "a"],
            [null, "②", null, "b"],
            ["公共交通の整備", "①", null, "c"]));

        proposal.Rows.Select(row => row.Subject).ShouldBe(["p1-i1", "p1-i2", "p2-i1"]);
        proposal.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_renumbered_plan_is_told()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("取組番号|取組名|年度実績@2024",
            ["1-1", "オンライン申請の拡大", "a"],
            ["1-2", "証明書自動交付機の設置", "b"],
            ["1-3", "書かない窓口の導入", "c"]));

        proposal.Changes.ShouldBeEmpty();
        Codes(proposal).ShouldBe(["DX644 A2", "DX644 A3", "DX644 A4", "DX644 A1"]);
    }

    [Fact]
    public void Last_years_sheet_is_told()
    {
        Codes(MadeTable.Propose(Plan, MadeTable.Of("指標|実績@2023", ["窓口の平均待ち時間", 24], ["電子決裁率", 18]))).ShouldBe(["DX652 A1"]);
        Codes(MadeTable.Propose(Plan, MadeTable.Of("指標|実績@2025", ["窓口の平均待ち時間", 22], ["電子決裁率", 15], ["オンライン相談の件数", "200件"]))).ShouldBe(["DX652 A1"]);
    }

    [Fact]
    public void An_unknown_department_is_told_with_near_names()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("取組名|担当課", ["書かない窓口の導入", "市民活動課"], ["オンライン申請の拡大", "総務部デジタル推進課"]));

        Codes(proposal).ShouldBe(["DX653 B2"]);
        proposal.Problems[0].Problem.Message.Ja.ShouldContain("「市民課」");
        proposal.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Two_departments_in_a_row_need_a_heading_that_says_who_leads()
    {
        Codes(MadeTable.Propose(Plan, MadeTable.Of("取組名|担当課", ["書かない窓口の導入", "市民課、税務課"]))).ShouldBe(["DX654 B2"]);
        Told(MadeTable.Propose(Plan, MadeTable.Of("取組名|主管課|関係課", ["書かない窓口の導入", "税務課", "市民課\n福祉課"])))
            .ShouldBe(["""p1-i1 departments: ["d-shimin"] → ["d-zeimu","d-shimin","d-fukushi"] @シート1!B2"""]);
    }

    [Fact]
    public void A_schedule_fills_days_and_keeps_wordings_that_say_more()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("取組名|マイルストーン|期限|状態|完了見込",
            ["書かない窓口の導入", "総合窓口の供用開始", "令和8年1月5日", "実施中", "令和８年２月頃"],
            [null, "本庁舎での供用", "R6年度末", "完了", null]));

        Told(proposal).ShouldBe([
            "p1-i1-m1 status: \"notStarted\" → \"inProgress\" @シート1!D2",
            "p1-i1-m1 forecastEnd: \"2026-02-02\" → \"2026-02\" @シート1!E2",
            "p1-i1-m1 raw/forecastEnd: - → \"令和８年２月頃\" @シート1!E2",
            "p1-i1-l1-s3 status: \"notStarted\" → \"completed\" @シート1!D3",
        ], ignoreOrder: true);
        proposal.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_that_the_plan_does_not_hold_are_added_only_where_the_mapping_says_so()
    {
        var table = MadeTable.Of("施策名|取組番号|取組名|指標名|単位|実績値@2024", ["デジタル人材の育成", "4-4", "デジタル研修", "研修の受講者数", "人", 120]);

        MadeTable.Propose(Plan, table).Changes.ShouldBeEmpty();
        var proposal = MadeTable.Propose(Plan, table, mapping => mapping with { Rows = ImportRowKind.Initiative, AddsRows = true });
        proposal.Problems.ShouldBeEmpty();
        proposal.Rows.Single().Outcome.ShouldBe(ImportOutcome.Added);
        proposal.Changes.Single().Subject.ShouldBe("p4");
        proposal.Changes.Single().Member.ShouldBe("initiatives/p4-i4");
        proposal.Changes.Single().New!.ShouldContain("\"value\":120");
        proposal.Sources[("p4", "initiatives/p4-i4")].ToString().ShouldBe("シート1!C2");
        PlanChanges.Apply(Plan, proposal.Changes).Document.ShouldNotBeNull();
    }

    [Fact]
    public void A_row_a_year_fills_the_indicators_in_its_columns()
    {
        var proposal = MadeTable.Propose(Plan, MadeTable.Of("年度|窓口の平均待ち時間|電子決裁率",
            ["令和４年度", 26, "－"],
            [2025, "20", 17],
            ["2030", 5, 100]));

        Told(proposal).ShouldBe([
            """k-wait-all actuals/2022: - → {"fiscalYear":2022,"value":26} @シート1!B2""",
            """k-wait-all actuals/2025: - → {"fiscalYear":2025,"value":20,"status":"provisional","reportedOn":"2025-06-02"} @シート1!B3""",
            """k-e-approval-all actuals/2025: - → {"fiscalYear":2025,"value":17,"status":"provisional","reportedOn":"2025-06-02"} @シート1!C3""",
        ], ignoreOrder: true);
        Codes(proposal).ShouldBe(["DX657 A4"]);
    }

    [Fact]
    public void A_row_a_municipality_gives_the_citys_own_figure_and_those_of_its_peers()
    {
        var table = MadeTable.Of("団体コード|団体名|電子決裁率@2025", ["992011", "デモ市（架空）", 16], [11002, "札幌市", 40.5], ["012025", "函館市", "-"]);

        Told(MadeTable.Propose(Plan, table)).ShouldBe(["""k-e-approval-all actuals/2025: - → {"fiscalYear":2025,"value":16,"status":"provisional","reportedOn":"2025-06-02"} @シート1!C2"""]);
        var proposal = MadeTable.Propose(Plan, table, mapping => mapping with { AddsRows = true });
        Told(proposal).ShouldContain("""k-e-approval-all peers/011002:2025: - → {"code":"011002","name":"札幌市","fiscalYear":2025,"value":40.5} @シート1!C3""");
        proposal.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Twenty_thousand_rows_are_told_one_by_one()
    {
        var rows = Enumerable.Range(1, 20_000).Select(i => new object?[] { $"取組{i}", "実施した。", "市民課" }).ToArray();

        var proposal = MadeTable.Propose(Plan, MadeTable.Of("取組名|年度実績@2024|担当課", rows));

        proposal.Rows.Count.ShouldBe(20_000);
    }

    private static IReadOnlyList<string> Told(ImportProposal proposal) =>
        [.. proposal.Changes.Select(change => $"{change.Subject} {change.Member}: {change.Old ?? "-"} → {change.New ?? "-"} @{proposal.Sources[(change.Subject, change.Member)]}")];

    private static IReadOnlyList<string> Codes(ImportProposal proposal) => [.. proposal.Problems.Select(problem => $"{problem.Problem.Code} {problem.At?.Name}")];
}
