using System.Text;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.Site;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Tests.Engine.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Publishing;

/// <summary>What the public may be told of a review.</summary>
public sealed class PublicationsTests
{
    [Fact]
    public async Task It_is_the_same_to_the_letter_whoever_makes_it()
    {
        await using var gate = await GateSite.With();
        foreach (var key in (await gate.Keys()).Take(3))
            await gate.Answer(key, AnswerDecision.Act, "窓口を増やす");

        var bytes = new List<string>();
        foreach (var roles in new[] { Roles.DxOffice, Roles.SecurityOfficer, RunningSite.Everything })
            bytes.Add(await gate.As(roles, async services => Text((await services.GetRequiredService<Publications>().Make(1, default))!)));

        bytes.Append(Text(await gate.Made())).Distinct().Count().ShouldBe(1);
        (await gate.Made()).Responses.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_that_lies_under_security_gets_out()
    {
        await using var gate = await GateSite.With(CanaryPlan.OfSecurity(Samples.Read("demo-city.json")));
        var secret = await gate.Keys(secret: true);
        secret.Count.ShouldBeGreaterThan(10);
        foreach (var key in secret.Take(3))
            await gate.Answer(key, AnswerDecision.Act, CanaryPlan.Word);
        await gate.Answer((await gate.Keys())[0], AnswerDecision.Act, "窓口を増やす");

        var text = Text(await gate.Made());

        text.ShouldNotContain(CanaryPlan.Word);
        text.ShouldContain("窓口を増やす");
        foreach (var key in secret)
            text.ShouldNotContain(key);
        await gate.Publish();
        var site = new PublicSite(await gate.Approved());
        foreach (var path in site.Paths)
        {
            path.ShouldNotContain(CanaryPlan.Word, Case.Insensitive);
            Encoding.UTF8.GetString(site.File(path)!.Content.Span).ShouldNotContain(CanaryPlan.Word, Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task A_plan_with_security_says_the_same_as_one_without()
    {
        // Corrective actions about security are left out: GOV-06 states how many actions there are, and counts them all.
        var plan = Samples.Read("demo-city.json");
        var secret = CanaryPlan.OfSecurity(plan) with { Governance = plan.Governance };
        await using var one = await GateSite.With(secret);
        await using var other = await GateSite.With(secret.WithoutSecurity());

        Text(await one.Made()).ShouldBe(Text(await other.Made()));
    }

    [Fact]
    public async Task Only_approved_answers_are_told_and_no_false_alarms()
    {
        await using var gate = await GateSite.With();
        var keys = await gate.Keys();
        await gate.Answer(keys[0], AnswerDecision.Act, "承認された対応");
        await gate.Answer(keys[1], AnswerDecision.Act, "まだ承認されていない対応", isApproved: false);
        await gate.Answer(keys[2], AnswerDecision.FalseAlarm, "誤って見つかったもの");
        await gate.Answer(keys[3], AnswerDecision.Accept, "受け入れる理由");

        var made = await gate.Made();

        made.Responses.Select(response => response.Text).ShouldBe(["承認された対応", "受け入れる理由"], ignoreOrder: true);
        made.Responses.Single(response => response.Text == "承認された対応").ShouldSatisfyAllConditions(
            response => response.Key.ShouldBe(keys[0]), response => response.Owner.ShouldBe("市民課"), response => response.Finding.Ja.ShouldNotBeEmpty(),
            response => response.Subject.ShouldNotBeNull());
    }

    [Fact]
    public async Task Of_a_closed_review_it_is_what_was_frozen_until_it_is_corrected()
    {
        var clock = new MovingClock();
        await using var gate = await GateSite.With(clock: clock);
        await gate.Site.In(async services => (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None));
        var frozen = Text(await gate.Made());
        clock.Now += TimeSpan.FromDays(1);
        await gate.Change(plan => plan with { Plan = plan.Plan with { Title = "別の題名" } });

        Text(await gate.Made()).ShouldBe(frozen);

        await gate.Site.In(services => services.GetRequiredService<CycleClosing>().Correct(1, "題名の誤り", default));
        (await gate.Made()).Head.ShouldSatisfyAllConditions(head => head.PlanTitle.ShouldBe("別の題名"), head => head.Issue.ShouldBe(2), head => head.Correction.ShouldBe("題名の誤り"));
    }

    [Fact]
    public async Task What_the_headquarters_decided_stands_with_its_reason()
    {
        await using var gate = await GateSite.With();
        var before = (await gate.Made()).Policies[0].Grade;
        var on = new DateOnly(2025, 6, 1);
        await gate.Change(plan => GovernedCycle.Change(plan, 2024, cycle => cycle with
        {
            Judgements =
            [
                .. (cycle.Judgements ?? []).Where(judgement => judgement.Subject != "p1"),
                new Judgement { Subject = "p1", By = JudgedBy.Department, Grade = "順調", On = on, Reason = "課の理由" },
                new Judgement { Subject = "p1", By = JudgedBy.Headquarters, Grade = "やや遅れ", On = on, Reason = "入札が延びたため" },
            ],
        }));

        var policy = (await gate.Made()).Policies.Single(policy => policy.Id == "p1");

        policy.Grade.Label.Ja.ShouldBe("やや遅れ");
        policy.Grade.Kind.ShouldBe(GradeKind.Behind);
        policy.GradeReason.ShouldBe("入札が延びたため");
        before.Label.Ja.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Of_a_committee_on_security_only_its_days_are_told()
    {
        var plan = Samples.Read("demo-city.json");
        var body = plan.Governance!.Bodies![0];
        var on = new DateOnly(2025, 4, 20);
        var more = body with { Id = "b-sec", Name = "情報セキュリティ委員会", Members = [], Meetings = [new Meeting { Id = "mt-sec", On = on, Members = 5, Present = 4 }] };
        await using var gate = await GateSite.With(plan with { Governance = plan.Governance with { Bodies = [.. plan.Governance.Bodies, more] } });
        var forum = plan.Governance.Bodies.SelectMany(one => one.Meetings ?? []).First(meeting => FiscalYear.Of(meeting.On.Day) == 2025 && meeting.On.Day <= new DateOnly(2025, 6, 2)).Id;
        await gate.Site.In(async services =>
        {
            var saving = services.GetRequiredService<MeetingSaving>();
            (await saving.Note(1, "mt-sec", "復元試験の失敗", "手順を直す", default)).ShouldBeTrue();
            (await saving.Note(1, forum, "進捗の報告", "了承", default)).ShouldBeTrue();
        });

        var meetings = (await gate.Made()).Meetings;

        meetings.Single(meeting => meeting.Id == "mt-sec").ShouldSatisfyAllConditions(
            meeting => meeting.On.ShouldBe(on), meeting => meeting.Agenda.ShouldBeNull(), meeting => meeting.Outcome.ShouldBeNull());
        meetings.Single(meeting => meeting.Id == forum).ShouldSatisfyAllConditions(meeting => meeting.Agenda.ShouldBe("進捗の報告"), meeting => meeting.Outcome.ShouldBe("了承"));
        meetings.ShouldAllBe(meeting => meeting.On <= new DateOnly(2025, 6, 2), "those to come are not told");
    }

    private static string Text(Publication publication) => Encoding.UTF8.GetString(PublicationJson.Write(publication));
}
