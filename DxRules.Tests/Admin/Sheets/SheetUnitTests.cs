using DxRules.Admin.Cycles;
using DxRules.Admin.Sheets;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Sheets;

public sealed class SheetUnitTests
{
    private static readonly SheetYear Year = new(2024, new DateOnly(2025, 6, 2), "市民課長", IsSubmitted: false);
    private static readonly SheetYear Autumn = Year with { Today = new DateOnly(2025, 12, 1) };
    private static readonly Kpi Lagging = new() { Id = "k", Title = "受診率", Unit = "%", LagMonths = 8 };

    [Fact]
    public void A_figure_that_is_settled_later_is_asked_for_only_then_and_its_provisional_one_before_is_enough()
    {
        Unit().State.ShouldBe(SheetUnitState.Optional);
        Unit(Provisional).State.ShouldBe(SheetUnitState.Done);
        new ActualUnit(Lagging, With(), Autumn).State.ShouldBe(SheetUnitState.Open);
        new ActualUnit(Lagging, With(Provisional), Autumn).ShouldSatisfyAllConditions(
            unit => unit.State.ShouldBe(SheetUnitState.Open), unit => unit.Asks(new(DxRules.Engine.Text.Language.Japanese)).ShouldBe("確定値を入力してください。速報値は残ります。"));
        new ActualUnit(Lagging, With(Provisional, Confirmed), Autumn).State.ShouldBe(SheetUnitState.Done);
    }

    [Fact]
    public void The_confirmed_figure_is_kept_beside_the_provisional_one()
    {
        var actuals = Written(new ActualUnit(Lagging, With(Provisional), Autumn), ("k-s/value", "43"), ("k-s/status", "confirmed"));

        actuals.Count.ShouldBe(2);
        actuals[0].ShouldBe(Provisional);
        (actuals[1].Value, actuals[1].Status, actuals[1].ReportedOn.ToString()).ShouldBe((43m, ActualStatus.Confirmed, "2025-12-01"));
    }

    [Fact]
    public void A_confirmed_figure_is_corrected_where_it_stands()
    {
        var actual = Written(new ActualUnit(Lagging, With(Provisional, Confirmed), Autumn), ("k-s/value", "44")).Last();

        (actual.Value, actual.ReportedOn.ToString()).ShouldBe((44m, "2025-11-15"), "a check as of that day finds the right one");
    }

    [Fact]
    public void A_figure_may_be_wanting_with_a_reason_and_is_never_taken_back()
    {
        var open = new ActualUnit(Lagging, With(), Autumn);
        Problems(open).ShouldBe(["k-s/value sheet.wrong.value"]);
        Problems(open, ("k-s/note", "集計の委託先が未定")).ShouldBeEmpty();
        Problems(new ActualUnit(Lagging, With(Provisional), Autumn), ("k-s/value", "")).ShouldBe(["k-s/value sheet.wrong.cleared"]);
        Written(open, ("k-s/note", "集計の委託先が未定")).Single().ShouldSatisfyAllConditions(actual => actual.Value.ShouldBeNull(), actual => actual.Note.ShouldBe("集計の委託先が未定"));
    }

    [Fact]
    public void A_survey_is_asked_for_in_years_with_a_target_only()
    {
        var survey = new Kpi { Id = "k", Title = "満足度", Survey = true };
        new ActualUnit(survey, With(), Year).State.ShouldBe(SheetUnitState.Optional);
        new ActualUnit(survey, With() with { AnnualTargets = [new AnnualTarget { FiscalYear = 2024, Value = 60 }] }, Year).State.ShouldBe(SheetUnitState.Open);
    }

    [Theory]
    [InlineData("p1-i1", 2024, "Done")]
    [InlineData("p1-i1", 2025, "Open")]
    [InlineData("p1-i3", 2024, "Optional")] // given up the year before
    [InlineData("p4-i1", 2024, "Optional")] // begins in fiscal 2026
    [InlineData("p4-i1", 2026, "Open")]
    [InlineData("p3-i1", 2024, "Open")]
    public void A_report_is_asked_for_while_an_initiative_is_under_way(string initiative, int year, string expected) =>
        new ReportUnit(Initiative(initiative), Year with { FiscalYear = year }).State.ToString().ShouldBe(expected);

    [Fact]
    public void A_report_of_an_earlier_year_leaves_how_the_initiative_stands_now()
    {
        var unit = new ReportUnit(Initiative("p1-i1"), Year with { FiscalYear = 2023 });
        var changed = Apply(unit, ("p1-i1/report/status", "suspended"), ("p1-i1/report/progress", "10"));

        (changed.Status, changed.Progress).ShouldBe((WorkStatus.InProgress, 0.35m));
        (changed.Reports![0].Status, changed.Reports[0].Progress, changed.Reports[0].On.ToString(), changed.Reports[0].By).ShouldBe((WorkStatus.Suspended, 0.1m, "2024-04-26", "市民課長"));
    }

    [Theory]
    [InlineData("completed", "50", "p3-i1/report/progress sheet.wrong.completedProgress")]
    [InlineData("notStarted", "5", "p3-i1/report/progress sheet.wrong.notStartedProgress")]
    [InlineData("completed", "100", null)]
    public void Status_and_progress_agree(string status, string progress, string? problem) =>
        Problems(new ReportUnit(Initiative("p3-i1"), Year), ("p3-i1/report/status", status), ("p3-i1/report/done", "済"), ("p3-i1/report/progress", progress)).ShouldBe(problem is null ? [] : [problem]);

    [Theory]
    [InlineData("p1-i1", "p1-i1-l1-s1", "Optional")] // completed the year before
    [InlineData("p1-i1", "p1-i1-l1-s2", "Open")]     // under way: to be confirmed
    [InlineData("p1-i1", "p1-i1-l1-s4", "Optional")] // begins later
    [InlineData("p1-i1", "p1-i1-l2-s1", "Done")]     // done every year, and was
    [InlineData("p2-i2", "p2-i2-l2-s1", "Open")]     // done every year, and was not
    [InlineData("p1-i3", "p1-i3-l1-s1", "Optional")] // of an initiative that was given up
    [InlineData("p2-i1", "p2-i1-l1-s1", "Done")]     // suspended
    public void A_phase_is_asked_for_in_the_years_in_which_something_happens(string initiative, string phase, string expected) =>
        Phase(initiative, phase).State.ToString().ShouldBe(expected);

    [Fact]
    public void A_phase_under_way_is_confirmed_by_handing_in_but_not_where_it_is_late_and_nobody_says_until_when()
    {
        var submitted = Year with { IsSubmitted = true };
        new PhaseUnit(Initiative("p1-i1"), PhaseOf("p1-i1", "p1-i1-l1-s2"), submitted).State.ShouldBe(SheetUnitState.Done);
        new PhaseUnit(Initiative("p1-i1"), PhaseOf("p1-i1", "p1-i1-l1-s2") with { ForecastEnd = null }, submitted).State.ShouldBe(SheetUnitState.Open);
    }

    [Theory]
    [InlineData("completed", "2024-06-03", "", "completedOn sheet.wrong.completedOn")]
    [InlineData("completed", "2024-06-03", "2024-06-02", "completedOn sheet.wrong.order")]
    [InlineData("inProgress", "", "", "startedOn sheet.wrong.startedOn")]
    [InlineData("inProgress", "2024-06-03", "2024-07-01", "status sheet.wrong.notCompleted")]
    [InlineData("notStarted", "2024-06-03", "", "startedOn sheet.wrong.notStarted")]
    [InlineData("completed", "2024-06-03", "2024-06-04", null)]
    public void Status_and_days_of_a_phase_agree(string status, string started, string completed, string? problem) =>
        Problems(Phase("p3-i1", "p3-i1-l1-s2"), ("p3-i1-l1-s2/status", status), ("p3-i1-l1-s2/startedOn", started), ("p3-i1-l1-s2/completedOn", completed))
            .ShouldBe(problem is null ? [] : [$"p3-i1-l1-s2/{problem}"]);

    [Fact]
    public void What_is_done_every_year_was_done_in_this_one()
    {
        Problems(Phase("p2-i2", "p2-i2-l2-s1"), ("p2-i2-l2-s1/startedOn", "2023-05-01"), ("p2-i2-l2-s1/recordOn", "2023-10-31")).ShouldBe(["p2-i2-l2-s1/recordOn sheet.wrong.otherYear"]);
        Problems(Phase("p2-i2", "p2-i2-l2-s1"), ("p2-i2-l2-s1/startedOn", "2023-05-01"), ("p2-i2-l2-s1/recordNote", "開催")).ShouldBe(["p2-i2-l2-s1/recordOn sheet.wrong.recordOn"]);
    }

    private static readonly Actual Provisional = new() { FiscalYear = 2024, Value = 42.5m, Status = ActualStatus.Provisional, ReportedOn = new DateOnly(2025, 5, 9) };
    private static readonly Actual Confirmed = new() { FiscalYear = 2024, Value = 43m, ReportedOn = new DateOnly(2025, 11, 15) };

    private static ActualUnit Unit(params Actual[] actuals) => new(Lagging, With(actuals), Year);

    private static Series With(params Actual[] actuals) => new() { Id = "k-s", Actuals = actuals };

    private static IReadOnlyList<Actual> Written(ActualUnit unit, params (string Key, string Text)[] typed)
    {
        var plan = Samples.Read("demo-city.json");
        plan = plan with { Plan = plan.Plan with { Kpis = [unit.Kpi with { Series = [unit.Series] }] } };
        var edits = new SheetEdits();
        unit.Write(Values(unit, typed), edits);
        return edits.Apply(plan).Plan.Kpis[0].Series![0].Actuals!;
    }

    private static Initiative Apply(ReportUnit unit, params (string Key, string Text)[] typed)
    {
        var edits = new SheetEdits();
        unit.Write(Values(unit, typed), edits);
        return edits.Apply(Samples.Read("demo-city.json")).Policies!.SelectMany(policy => policy.Initiatives!).Single(one => one.Id == unit.Initiative.Id);
    }

    private static IReadOnlyList<string> Problems(SheetUnit unit, params (string Key, string Text)[] typed) =>
        [.. unit.Check(Values(unit, typed)).Select(problem => $"{problem.Field} {problem.TextKey}")];

    private static SheetValues Values(SheetUnit unit, (string Key, string Text)[] typed)
    {
        var values = new SheetValues();
        foreach (var field in unit.Fields)
        {
            var text = typed.FirstOrDefault(pair => pair.Key == field.Key).Text;
            var (value, problem) = text is null ? (field.Value, null) : FieldText.Read(field, text);
            problem.ShouldBeNull();
            values.Put(field, value);
        }
        typed.Select(pair => pair.Key).ShouldBeSubsetOf(unit.Fields.Select(field => field.Key));
        return values;
    }

    private static PhaseUnit Phase(string initiative, string phase) => new(Initiative(initiative), PhaseOf(initiative, phase), Year);

    private static Phase PhaseOf(string initiative, string phase) => Initiative(initiative).Lanes!.SelectMany(lane => lane.Phases!).Single(one => one.Id == phase);

    private static Initiative Initiative(string id) => Samples.Read("demo-city.json").Policies!.SelectMany(policy => policy.Initiatives!).Single(one => one.Id == id);
}
