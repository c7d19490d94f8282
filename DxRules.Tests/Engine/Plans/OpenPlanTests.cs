using System.Text;
using DxRules.Engine.Plans;
using ReferenceTo = DxRules.Engine.Plans.Marks.ReferenceTo;

namespace DxRules.Tests.Engine.Plans;

public class OpenPlanTests
{
    private static readonly PlanDocument Demo = SamplePlans.Read("demo-city.json").Document!;

    [Fact]
    public void Of_security_and_of_all_rows_about_it_not_a_word_is_left()
    {
        var secret = CanaryPlan.OfSecurity(Demo);
        Encoding.UTF8.GetString(PlanWriter.Write(secret)).Split(CanaryPlan.Word).Length.ShouldBeGreaterThan(100);

        var open = PlanWriter.Write(secret.WithoutSecurity());

        Encoding.UTF8.GetString(open).ShouldNotContain(CanaryPlan.Word);
        var again = PlanReader.Read("open", open);
        again.Diagnostics.ShouldBeEmpty("no reference may be left that leads nowhere");
        SamePlan.Differences(Demo.WithoutSecurity(), again.Document!).ShouldBeEmpty("all else stays");
    }

    [Fact]
    public void A_row_that_is_about_other_subjects_too_stays_and_no_longer_names_the_secret_one()
    {
        var opinion = new Opinion { Id = "o", Summary = "意見", Subjects = ["p1-i1", SecretId, SecurityPolicy.SubjectId], Raw = new Dictionary<string, string> { ["subjects"] = "意見", ["summary"] = "ご意見" } };

        var open = (Demo with { Opinions = [opinion] }).WithoutSecurity().Opinions.ShouldHaveSingleItem();

        open.Subjects.ShouldBe(["p1-i1"]);
        open.Raw.Keys.ShouldBe(["summary"]);
    }

    [Fact]
    public void What_is_about_a_secret_row_is_secret_too()
    {
        var action = new CorrectiveAction { Id = "act", Subject = SecretId, Action = "対応", Status = ActionStatus.Planned };
        var cycle = new Cycle { Id = "cy", FiscalYear = 2030, Actions = [action], Judgements = [new Judgement { Subject = "act", By = JudgedBy.Department, Grade = "A", On = new DateOnly(2031, 5, 1) }] };
        var plan = Demo with { Governance = new Governance { Cycles = [cycle] }, Benefits = [new Benefit { Subject = "act", FiscalYear = 2030 }] };

        var open = plan.WithoutSecurity();

        open.Governance!.Cycles![0].Actions!.ShouldBeEmpty();
        open.Governance.Cycles[0].Judgements!.ShouldBeEmpty();
        open.Benefits.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_touched_is_shared()
    {
        var open = Demo.WithoutSecurity();

        open.Policies.ShouldBeSameAs(Demo.Policies);
        open.Governance.ShouldBeSameAs(Demo.Governance);
        open.WithoutSecurity().ShouldBeSameAs(open);
    }

    [Fact]
    public void Rows_that_can_go_are_rows_of_lists_and_nothing_that_must_be_there()
    {
        foreach (var (_, member) in MembersBelow(typeof(PlanDocument)).Where(m => m.Member.ValueKind == PlanValueKind.Object && IsAboutSubjects(m.Member.ValueType)))
            (member.IsList || member.Presence != MemberPresence.Required).ShouldBeTrue(member.Name);
    }

    [Fact]
    public void Nothing_outside_security_refers_to_what_lies_there_but_by_a_mark_for_subjects() =>
        MembersBelow(typeof(PlanDocument)).Select(m => m.Member.Reference).Distinct().OfType<ReferenceTo>().Order().Select(to => to.ToString())
            .ShouldBe(["Department", "Category", "BodyOrPost", "Subject", "Elsewhere"],
                "a new kind of reference: can it name something under security?");

    private static string SecretId => Demo.Security!.Controls![0].Id;

    private static bool IsAboutSubjects(Type type) => CanaryPlan.IsAboutSubjects(type);

    private static IEnumerable<(Type Holder, PlanMember Member)> MembersBelow(Type type) =>
        PlanShape.Of(type).Members.SelectMany(m => m.ValueKind == PlanValueKind.Object ? MembersBelow(m.ValueType).Prepend((type, m)) : [(type, m)]);
}
