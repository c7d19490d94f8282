using DxRules.Admin.Data;
using DxRules.Admin.Inbox;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;

namespace DxRules.Tests.Admin.Inbox;

/// <summary>What concerns whom, kind by kind.</summary>
public sealed class InboxItemsTests
{
    private const string Own = "062014/shimin";
    private const string Other = "062014/zeimu";

    private static readonly DateOnly Today = new(2025, 6, 2);
    private static readonly DateTimeOffset Checked = new(2025, 5, 31, 0, 0, 0, TimeSpan.Zero);
    private static readonly InboxReader Department = new(1, Roles.Department, [Own]);
    private static readonly InboxReader Office = new(2, Roles.DxOffice, []);
    private static readonly InboxReader Security = new(3, Roles.SecurityOfficer, []);
    private static readonly InboxReader Reader = new(4, Roles.Reader, []);

    private static readonly InboxFacts Nothing = new(7, 2024, Checked, [], [], [], [], []);

    [Fact]
    public void Nothing_known_concerns_nobody() => Of(Nothing, Department, Office, Security, Reader).ShouldBeEmpty();

    [Theory]
    [InlineData("New", "New")]
    [InlineData("Worsened", "Worsened")]
    [InlineData("Recurred", "Recurred")]
    [InlineData("Continuing", "")]
    [InlineData("Eased", "")]
    public void Of_alerts_those_are_told_that_are_not_as_they_were(string state, string told)
    {
        var facts = Nothing with { Alerts = [Alert(Enum.Parse<AlertState>(state))] };

        Kinds(facts, Department).ShouldBe(told);
        Of(facts, Office, Security, Reader).ShouldBeEmpty("the department has to answer");
    }

    [Fact]
    public void Alerts_of_other_departments_are_not_told() =>
        Of(Nothing with { Alerts = [Alert(AlertState.New) with { Departments = [Other] }] }, Department).ShouldBeEmpty();

    [Fact]
    public void A_secret_alert_is_told_to_the_security_officer() =>
        Kinds(Nothing with { Alerts = [Alert(AlertState.New) with { Departments = [], Secret = true }] }, Security).ShouldBe("New");

    [Fact]
    public void An_undetermined_result_is_no_new_alert() =>
        Of(Nothing with { Alerts = [Alert(AlertState.Undetermined) with { Outcome = Outcome.Undetermined }] }, Department).ShouldBeEmpty();

    [Fact]
    public void A_returned_answer_is_told_to_the_department_and_to_who_submitted_it()
    {
        var facts = Answered(Answer(AnswerState.Returned) with { SubmittedBy = Office.UserId });

        Kinds(facts, Department).ShouldBe("Returned");
        Kinds(facts, Office).ShouldBe("Returned");
        Of(facts, Security, Reader).ShouldBeEmpty();
    }

    [Fact]
    public void A_submitted_answer_waits_for_those_who_approve()
    {
        var facts = Answered(Answer(AnswerState.Submitted));

        Kinds(facts, Office).ShouldBe("ToApprove");
        Kinds(facts, Security).ShouldBe("ToApprove");
        Of(facts, Department, Reader).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-06-01", "Overdue")]
    [InlineData("2025-06-02", "Due")]
    [InlineData("2025-06-16", "Due")]
    [InlineData("2025-06-17", "")]
    public void What_was_promised_is_told_two_weeks_before_its_day_and_after_it(string due, string told) =>
        Kinds(Answered(Answer(AnswerState.Approved) with { DueOn = Day(due) }), Department).ShouldBe(told);

    [Fact]
    public void What_another_department_does_is_told_to_that_one()
    {
        var facts = Answered(Answer(AnswerState.Approved) with { DueOn = Day("2025-06-01"), Owner = Other });

        Kinds(facts, new InboxReader(9, Roles.Department, [Other])).ShouldBe("Overdue");
    }

    [Theory]
    [InlineData(AnswerState.Draft)]
    [InlineData(AnswerState.Submitted)]
    public void What_is_not_approved_yet_is_not_overdue(object state) =>
        Of(Answered(Answer((AnswerState)state) with { DueOn = Day("2025-06-01") }), Department).ShouldBeEmpty();

    [Fact]
    public void An_acceptance_that_is_over_comes_back_as_long_as_nobody_answers_again()
    {
        var over = Answer(AnswerState.Approved) with { FiscalYear = 2022, Decision = AnswerDecision.Accept, AcceptedUntil = 2023 };

        Kinds(Answered(over), Department).ShouldBe("AcceptanceOver");
        Kinds(Answered(over), Office).ShouldBe("AcceptanceOver");
        Of(Answered(over with { AcceptedUntil = 2024 }), Department).ShouldBeEmpty("it still holds");
        Of(Answered(over, Answer(AnswerState.Draft)), Department).ShouldBeEmpty("it is being answered");
        Of(Answered(over, over with { Id = 6, FiscalYear = 2023, Decision = AnswerDecision.FalseAlarm, AcceptedUntil = null }), Department).ShouldBeEmpty("the newest answer counts");
        Of(Answered(over) with { Alerts = [] }, Department).ShouldBeEmpty("it is no alert any more");
    }

    [Theory]
    [InlineData("2025-05-30", Outcome.Alert, "NotConfirmed")]
    [InlineData("2025-05-30", Outcome.Undetermined, "NotConfirmed")]
    [InlineData("2025-06-01", Outcome.Alert, "")]
    public void What_was_reported_done_before_the_check_and_is_still_seen_is_not_confirmed(string done, object outcome, string told)
    {
        var facts = Answered(Answer(AnswerState.Approved) with { ReportedDoneAt = new DateTimeOffset(Day(done).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) }) with
        {
            Alerts = [Alert(AlertState.Continuing) with { Outcome = (Outcome)outcome }],
        };

        Kinds(facts, Department).ShouldBe(told);
        Kinds(facts, Office).ShouldBe(told);
        Of(facts, Reader).ShouldBeEmpty();
    }

    [Fact]
    public void A_question_is_told_to_the_department_and_its_answer_to_who_asked()
    {
        var question = new QuestionFact(5, Own, "なぜ遅れているのですか。", Office.UserId, false, false);

        Kinds(Nothing with { Questions = [question] }, Department).ShouldBe("Asked");
        Of(Nothing with { Questions = [question] }, Office, Security).ShouldBeEmpty();
        Kinds(Nothing with { Questions = [question with { IsAnswered = true }] }, Office).ShouldBe("Answered");
        Of(Nothing with { Questions = [question with { IsAnswered = true }] }, Department, Security).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-06-01", false, "SheetOverdue", "SheetOverdue")]
    [InlineData("2025-06-16", false, "SheetDue", "")]
    [InlineData("2025-06-17", false, "", "")]
    [InlineData("2025-06-01", true, "", "")]
    public void A_sheet_is_told_to_its_department_and_once_late_to_the_office(string due, bool submitted, string department, string office)
    {
        var facts = Nothing with { Sheets = [new SheetFact(Own, Day(due), submitted)] };

        Kinds(facts, Department).ShouldBe(department);
        Kinds(facts, Office).ShouldBe(office);
        Of(facts with { Sheets = [new SheetFact(Other, Day(due), submitted)] }, Department).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-06-01", false, "StepLate")]
    [InlineData("2025-06-02", false, "")]
    [InlineData("2025-06-01", true, "")]
    public void A_late_step_is_told_to_the_office(string due, bool done, string told)
    {
        var facts = Nothing with { Steps = [new StepFact(CycleStep.Entry, Day(due), done)] };

        Kinds(facts, Office).ShouldBe(told);
        Of(facts, Department, Security, Reader).ShouldBeEmpty();
    }

    [Fact]
    public void Of_several_late_steps_the_first_is_told()
    {
        var facts = Nothing with { Steps = [new StepFact(CycleStep.Approval, Day("2025-05-02"), false), new StepFact(CycleStep.Check, Day("2025-05-01"), false), new StepFact(CycleStep.Entry, Day("2025-04-01"), true)] };

        InboxItems.Of(facts, Office, Today).Single().What.En.ShouldBe("Check");
    }

    [Theory]
    [InlineData("Requested", "3:ToPublish")]
    [InlineData("Returned", "2:PublicationReturned")]
    [InlineData("Approved", "")]
    [InlineData("Withdrawn", "")]
    public void A_publication_concerns_who_is_to_approve_it_and_who_got_it_back(string state, string told)
    {
        var fact = new PublicationFact(5, 2, 7, 2024, Enum.Parse<PublicationState>(state), RequestedBy: Office.UserId, Approver: Security.UserId);

        string.Join(' ', new[] { Department, Office, Security, Reader }.SelectMany(reader => InboxItems.Of([fact], reader).Select(item => $"{reader.UserId}:{item.Kind}"))).ShouldBe(told);
        InboxItems.Of([fact], Security).ShouldAllBe(item => item.Address == "/cycles/7/publication");
    }

    [Fact]
    public void The_most_urgent_stands_first()
    {
        var facts = Answered(Answer(AnswerState.Returned)) with
        {
            Alerts = [Alert(AlertState.New)], Sheets = [new SheetFact(Own, Day("2025-06-01"), false)],
        };

        InboxItems.Of(facts, Department, Today).Select(item => item.Kind).ShouldBe([InboxKind.Returned, InboxKind.SheetOverdue, InboxKind.New]);
    }

    [Fact]
    public void Another_check_that_sees_the_same_changes_no_item_and_another_state_does()
    {
        var id = Only(Nothing with { Alerts = [Alert(AlertState.New)] }).Id;

        Only(Nothing with { Alerts = [Alert(AlertState.New) with { Message = new("別の文", "Other") }], Checked = Checked.AddDays(90) }).Id.ShouldBe(id);
        Only(Nothing with { Alerts = [Alert(AlertState.Recurred)] }).Id.ShouldNotBe(id);
        Only(Nothing with { Cycle = 8, Alerts = [Alert(AlertState.New)] }).Id.ShouldNotBe(id);
    }

    [Fact]
    public void What_is_returned_a_second_time_comes_back_and_so_does_what_was_due_and_is_over()
    {
        Only(Answered(Answer(AnswerState.Returned) with { Revision = 3 })).Id.ShouldNotBe(Only(Answered(Answer(AnswerState.Returned) with { Revision = 5 })).Id);
        var due = Answered(Answer(AnswerState.Approved) with { DueOn = Day("2025-06-10") });
        InboxItems.Of(due, Department, Today).Single().Id.ShouldNotBe(InboxItems.Of(due, Department, Today.AddDays(10)).Single().Id);
    }

    private static AlertFact Alert(AlertState state) => new("SCH-02/p1", Outcome.Alert, state, new("遅れています。", "Late."), [Own], false);

    private static AnswerFact Answer(AnswerState state) => new(5, 2, 2024, "SCH-02/p1", state, AnswerDecision.Act, null, null, null, null, null);

    private static InboxFacts Answered(params AnswerFact[] answers) => Nothing with { Alerts = [Alert(AlertState.Continuing)], Answers = answers };

    private static InboxItem Only(InboxFacts facts) => InboxItems.Of(facts, Department, Today).Single();

    private static IReadOnlyList<InboxItem> Of(InboxFacts facts, params InboxReader[] readers) => [.. readers.SelectMany(reader => InboxItems.Of(facts, reader, Today))];

    private static string Kinds(InboxFacts facts, InboxReader reader) => string.Join(' ', Of(facts, reader).Select(item => item.Kind));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
