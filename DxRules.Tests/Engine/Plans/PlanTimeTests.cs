using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

public class PlanTimeTests
{
    private static readonly DateOnly Day = new(2025, 5, 31);
    private static readonly DateOnly NextDay = new(2025, 6, 1);

    [Fact]
    public void An_event_on_the_day_has_happened_and_one_on_the_next_has_not()
    {
        SeenOf(new Control { Id = "c", Title = "t", LastReviewedOn = Day }).LastReviewedOn.ShouldBe(Day);
        SeenOf(new Control { Id = "c", Title = "t", LastReviewedOn = NextDay }).LastReviewedOn.ShouldBeNull();
    }

    [Fact]
    public void An_event_known_to_the_month_has_happened_when_the_month_is_over()
    {
        SeenOf(new Control { Id = "c", Title = "t", LastReviewedOn = PlanDate.ToMonth(2025, 5) }).LastReviewedOn.ShouldNotBeNull();
        SeenOf(new Control { Id = "c", Title = "t", LastReviewedOn = PlanDate.ToMonth(2025, 6) }).LastReviewedOn.ShouldBeNull();
    }

    [Fact]
    public void Dates_that_plan_ahead_stay()
    {
        var phase = new Phase { Id = "p", Title = "t", Start = NextDay, End = PlanDate.ToMonth(2027, 3), ForecastEnd = PlanDate.ToMonth(2027, 9) };
        var plan = Plan() with { Plan = Header() with { TargetsDueOn = PlanDate.ToMonth(2026, 3), Period = new Period { End = PlanDate.ToMonth(2027, 3) } } };

        SeenOf(phase).ShouldBeSameAs(phase);
        plan.AsOf(Day).Document.ShouldBeSameAs(plan);
    }

    [Fact]
    public void Rows_dated_later_are_gone_and_counted_once_with_all_they_hold()
    {
        var audits = new[]
        {
            new Audit { Id = "a", On = Day, Kind = AuditKind.Internal, Findings = [Finding("f1", Day), Finding("f2", NextDay)] },
            new Audit { Id = "b", On = NextDay, Kind = AuditKind.Internal, Findings = [Finding("f3", NextDay)] },
        };

        var seen = (Plan() with { Security = new Security { Audits = audits } }).AsOf(Day);

        var audit = seen.Document.Security!.Audits!.ShouldHaveSingleItem();
        audit.Findings!.ShouldHaveSingleItem().Id.ShouldBe("f1");
        seen.LaterFactsIgnored.ShouldBe(2);
    }

    [Theory]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    public void An_undated_row_is_there_from_the_first_day_of_its_fiscal_year(int fiscalYear, bool isThere) =>
        (SeenOf(new Initiative { Id = "i", Title = "t", Budgets = [new YearBudget { FiscalYear = fiscalYear }] }).Budgets.Count > 0).ShouldBe(isThere);

    [Fact]
    public void A_row_with_a_date_is_there_by_its_date_and_not_by_its_fiscal_year()
    {
        var records = new[] { new PhaseRecord { FiscalYear = 2026, On = Day }, new PhaseRecord { FiscalYear = 2025, On = NextDay } };

        SeenOf(new Phase { Id = "p", Title = "t", Records = records }).Records!.ShouldHaveSingleItem().FiscalYear.ShouldBe(2026);
    }

    [Theory]
    [InlineData(2025, "2025-05-31", null, true)]   // reported early
    [InlineData(2024, "2025-06-01", "2025-03-31", false)]   // the report decides, not the day it speaks of
    [InlineData(2025, null, "2025-05-31", true)]
    [InlineData(2025, null, "2025-06-01", false)]
    [InlineData(2024, null, null, true)]
    [InlineData(2025, null, null, false)]   // the year is not over
    public void An_actual_counts_from_its_report_else_its_day_else_the_end_of_its_year(int fiscalYear, string? reportedOn, string? asOf, bool isThere)
    {
        var actual = new Actual { FiscalYear = fiscalYear, Value = 1, ReportedOn = Date(reportedOn), AsOf = Date(asOf) };

        (SeenOf(new Series { Id = "s", Actuals = [actual] }).Actuals!.Count > 0).ShouldBe(isThere);
    }

    [Fact]
    public void An_actual_counts_on_the_last_day_of_its_year() =>
        SeenOf(new Series { Id = "s", Actuals = [new Actual { FiscalYear = 2024 }] }, new DateOnly(2025, 3, 31)).Actuals!.Count.ShouldBe(1);

    [Fact]
    public void Annual_targets_of_later_years_are_plans_and_stay()
    {
        var series = new Series { Id = "s", AnnualTargets = [new AnnualTarget { FiscalYear = 2027, Value = 1 }] };

        SeenOf(series).ShouldBeSameAs(series);
    }

    [Theory]
    [InlineData("inProgress", "2025-01-01", "2025-05-31", "completed")]
    [InlineData(null, null, "2025-05-31", "completed")]
    [InlineData("completed", "2025-01-01", "2025-06-01", "inProgress")]
    [InlineData("completed", "2025-06-01", "2025-06-01", null)]
    [InlineData("completed", null, "2025-06-01", null)]
    [InlineData("completed", null, null, "completed")]
    [InlineData("cancelled", "2025-01-01", "2025-06-01", "cancelled")]
    [InlineData("notStarted", null, null, "notStarted")]
    public void The_status_of_a_phase_follows_its_completion(string? status, string? startedOn, string? completedOn, string? then)
    {
        var phase = new Phase { Id = "p", Title = "t", Status = Word<WorkStatus>(status), StartedOn = Date(startedOn), CompletedOn = Date(completedOn) };

        SeenOf(phase).Status.ShouldBe(Word<WorkStatus>(then));
    }

    [Fact]
    public void A_milestone_completed_later_has_an_unknown_status() =>
        SeenOf(new Initiative { Id = "i", Title = "t", Milestones = [new Milestone { Id = "m", Title = "t", Status = WorkStatus.Completed, CompletedOn = NextDay }] })
            .Milestones[0].Status.ShouldBeNull();

    [Theory]
    [InlineData("done", "2025-06-01", "inProgress")]
    [InlineData("inProgress", "2025-05-31", "done")]
    [InlineData("dropped", null, "dropped")]
    public void The_status_of_an_action_follows_its_completion(string status, string? completedOn, string then)
    {
        var action = new CorrectiveAction { Id = "a", Subject = "p", Action = "t", Status = Word<ActionStatus>(status)!.Value, CompletedOn = Date(completedOn) };
        var cycle = new Cycle { Id = "c", FiscalYear = 2024, Actions = [action] };

        (Plan() with { Governance = new Governance { Cycles = [cycle] } }).AsOf(Day).Document.Governance!.Cycles![0].Actions![0].Status.ShouldBe(Word<ActionStatus>(then)!.Value);
    }

    [Fact]
    public void A_cycle_opened_later_is_there_unopened_without_what_was_done_in_it()
    {
        var cycle = new Cycle
        {
            Id = "c",
            FiscalYear = 2024,
            OpenedOn = NextDay,
            Submissions = [new Submission { Id = "s", Department = "d", DueOn = NextDay, SubmittedOn = NextDay }],
            Judgements = [new Judgement { Subject = "x", By = JudgedBy.Department, Grade = "A", On = NextDay }],
            Comments = [new CycleComment { By = "b", On = NextDay, Text = "t" }],
        };

        var seen = (Plan() with { Governance = new Governance { Cycles = [cycle] } }).AsOf(Day);

        var then = seen.Document.Governance!.Cycles!.ShouldHaveSingleItem();
        then.OpenedOn.ShouldBeNull();
        then.Submissions!.ShouldHaveSingleItem().SubmittedOn.ShouldBeNull();
        then.Submissions![0].DueOn.ShouldBe(NextDay);
        then.Judgements!.ShouldBeEmpty();
        then.Comments!.ShouldBeEmpty();
        seen.LaterFactsIgnored.ShouldBe(4);
    }

    [Fact]
    public void A_decision_taken_later_is_none()
    {
        var phase = new Phase { Id = "p", Title = "t", Kind = PhaseKind.Pilot, Decision = new Decision { On = NextDay, Outcome = DecisionOutcome.Adopt } };

        SeenOf(phase).Decision.ShouldBeNull();
        SeenOf(phase, NextDay).Decision.ShouldNotBeNull();
    }

    [Fact]
    public void A_target_revised_later_still_has_the_value_it_had()
    {
        var target = new Target
        {
            Value = 40,
            Revisions =
            [
                new TargetRevision { On = new DateOnly(2024, 4, 1), From = 60, To = 55 },
                new TargetRevision { On = new DateOnly(2026, 4, 1), From = 50, To = 40 },
                new TargetRevision { On = NextDay, From = 55, To = 50 },
            ],
        };

        var then = SeenOf(new Series { Id = "s", Target = target }).Target!;

        then.Value.ShouldBe(55);
        then.Revisions.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_department_abolished_later_is_still_there_without_its_successor()
    {
        var plan = Plan() with { Departments = [new Department { Id = "d", Name = "n", To = NextDay, SucceededBy = "e" }] };

        var then = plan.AsOf(Day).Document.Departments![0];

        then.To.ShouldBeNull();
        then.SucceededBy.ShouldBeNull();
    }

    [Fact]
    public void A_post_that_took_a_role_later_does_not_hold_it_yet()
    {
        var plan = Plan() with { Security = new Security { Officers = [new Officer { Id = "o", Role = "CISO", Holder = "副市長", Since = NextDay }] } };

        plan.AsOf(Day).Document.Security!.Officers![0].Holder.ShouldBeNull();
        plan.AsOf(NextDay).Document.Security!.Officers![0].Holder.ShouldBe("副市長");
    }

    [Fact]
    public void What_did_not_change_is_shared()
    {
        var quiet = new Policy { Id = "q", Title = "t", Kpis = [new Kpi { Id = "k", Title = "t", Series = [new Series { Id = "s", Actuals = [new Actual { FiscalYear = 2023 }] }] }] };
        var changed = new Policy { Id = "c", Title = "t", Initiatives = [new Initiative { Id = "i", Title = "t", ConsentConfirmedOn = NextDay }] };
        var plan = Plan() with { Policies = [quiet, changed] };

        var seen = plan.AsOf(Day);

        seen.Document.Policies![0].ShouldBeSameAs(quiet);
        seen.Document.Policies![1].Initiatives![0].ConsentConfirmedOn.ShouldBeNull();
        seen.Document.Plan.ShouldBeSameAs(plan.Plan);
        plan.Policies[1].Initiatives![0].ConsentConfirmedOn.ShouldNotBeNull();
        seen.LaterFactsIgnored.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(SamplePlans.Names), MemberType = typeof(SamplePlans))]
    public void Going_back_twice_is_going_back_to_the_earlier_day(string name)
    {
        var plan = SamplePlans.Read(name).Document!;

        var once = plan.AsOf(Day).Document;
        var again = plan.AsOf(new DateOnly(2026, 5, 31)).Document.AsOf(Day);

        SamePlan.Differences(once, again.Document).ShouldBeEmpty();
        once.AsOf(Day).Document.ShouldBeSameAs(once);
    }

    private static AuditFinding Finding(string id, DateOnly raisedOn) => new() { Id = id, Grade = FindingGrade.Minor, RaisedOn = raisedOn };

    private static Control SeenOf(Control control) =>
        (Plan() with { Security = new Security { Controls = [control] } }).AsOf(Day).Document.Security!.Controls![0];

    private static Initiative SeenOf(Initiative initiative, DateOnly? day = null) =>
        (Plan() with { Policies = [new Policy { Id = "p", Title = "t", Initiatives = [initiative] }] }).AsOf(day ?? Day).Document.Policies![0].Initiatives![0];

    private static Phase SeenOf(Phase phase, DateOnly? day = null) =>
        SeenOf(new Initiative { Id = "i", Title = "t", Lanes = [new Lane { Id = "l", Phases = [phase] }] }, day).Lanes![0].Phases![0];

    private static Series SeenOf(Series series, DateOnly? day = null) =>
        SeenOf(new Initiative { Id = "i", Title = "t", Kpis = [new Kpi { Id = "k", Title = "t", Series = [series] }] }, day).Kpis[0].Series![0];

    private static PlanDocument Plan() => new()
    {
        Municipality = new Municipality { Code = "062014", Name = "山形市", Prefecture = "山形県" },
        Plan = Header(),
    };

    private static PlanHeader Header() => new() { Id = "plan", Title = "計画", Status = PlanStatus.InForce };

    private static PlanDate? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static T? Word<T>(string? word) where T : struct, Enum => word is null ? null : (T)PlanWords.Of(typeof(T))[word];
}
