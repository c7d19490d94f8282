using System.Reflection;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.PlanChecks;

public sealed class PlanSchemaTests
{
    private static readonly Schema Schema = PlanSchema.Instance;

    [Theory]
    [InlineData("計画", "plan")]
    [InlineData("分野", "category")]
    [InlineData("施策", "policy")]
    [InlineData("取組", "initiative")]
    [InlineData("区間", "phase")]
    [InlineData("期日", "milestone")]
    [InlineData("指標", "kpi")]
    [InlineData("系列", "series")]
    [InlineData("課", "department")]
    [InlineData("管理策", "control")]
    [InlineData("システム", "system")]
    [InlineData("委託", "contract")]
    [InlineData("監査", "audit")]
    [InlineData("監査指摘", "finding")]
    [InlineData("事案", "incident")]
    [InlineData("セキュリティ方針", "securityPolicy")]
    [InlineData("役職", "officer")]
    [InlineData("会議体", "body")]
    [InlineData("委員", "member")]
    [InlineData("会議", "meeting")]
    [InlineData("点検", "cycle")]
    [InlineData("提出", "submission")]
    [InlineData("改善策", "action")]
    [InlineData("表記", "wording")]
    public void Every_kind_of_subject_goes_by_both_its_names_and_has_an_id_and_a_title(string ja, string en)
    {
        var kind = Schema.FindSubject(ja)!;

        kind.ShouldBe(Schema.FindSubject(en));
        kind.Find("ID").ShouldBe(kind.Find("id"));
        kind.Find("題名").ShouldBe(kind.Find("title"));
        kind.Find("題名").ShouldNotBeNull();
    }

    [Fact]
    public void There_are_no_other_kinds_of_subjects() => Schema.Subjects.Count().ShouldBe(24);

    [Fact]
    public void Every_member_of_a_plan_record_can_be_read_under_the_name_it_has_in_the_file()
    {
        var unnamed = from record in PlanRecords()
                      from member in PlanShape.Of(record).Members
                      where PlanWording.FindNameOf(record, member.Name) is null && !IsNeverRead(record, member.Name)
                      select $"{record.Name}.{member.Name}";

        unnamed.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_absence_of_a_member_means_is_the_same_for_rules_as_in_the_plan_file()
    {
        var different = from kind in Schema.Objects
                        let shape = Shape(kind)
                        where shape is not null
                        from member in kind.Members
                        let recorded = shape.Find(member.En)
                        where recorded is not null && !Fits(member, recorded.Presence)
                        select $"{kind.En}.{member.En}: {member.Kind} / {recorded.Presence}";

        different.ShouldBeEmpty();
    }

    [Fact]
    public void Names_hold_nothing_that_a_rule_could_read_as_an_operator()
    {
        var names = Schema.Objects.SelectMany(o => o.Members.SelectMany(m => new[] { m.Ja, m.En }).Concat([o.Ja, o.En]));

        names.Where(name => !name.All(char.IsLetterOrDigit)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_and_member_has_a_meaning_in_both_languages()
    {
        var texts = Schema.Objects.Select(o => o.Meaning).Concat(Schema.Objects.SelectMany(o => o.Members).Select(m => m.Meaning));

        texts.ShouldAllBe(text => text.Ja.Length > 0 && text.En.Length > 0);
    }

    [Theory]
    [InlineData("PlanCycles", "series")]
    [InlineData("PlanPeriod", "series")]
    [InlineData("PlanPeriodStart", "series")]
    [InlineData("Period", "plan")]
    [InlineData("PeriodStart", "plan")]
    [InlineData("PeriodEnd", "plan")]
    [InlineData("Cycles", "plan")]
    [InlineData("Baseline", "series")]
    [InlineData("Target", "series")]
    [InlineData("TargetYear", "series")]
    [InlineData("Actuals", "series")]
    [InlineData("ActualValue", "series")]
    [InlineData("Aggregation", "series")]
    [InlineData("Direction", "series")]
    [InlineData("Tolerance", "series")]
    [InlineData("Series", "kpi")]
    [InlineData("Policies", "plan")]
    [InlineData("Initiatives", "plan")]
    [InlineData("Phases", "plan")]
    [InlineData("Milestones", "plan")]
    [InlineData("Kpis", "policy")]
    [InlineData("Audits", "plan")]
    [InlineData("Findings", "plan")]
    [InlineData("Bodies", "plan")]
    [InlineData("Members", "plan")]
    [InlineData("Meetings", "plan")]
    [InlineData("Submissions", "plan")]
    [InlineData("Start", "phase")]
    [InlineData("End", "phase")]
    [InlineData("PhaseStart", "initiative")]
    [InlineData("PhaseEnd", "initiative")]
    [InlineData("Records", "phase")]
    [InlineData("Status", "phase")]
    [InlineData("Status", "initiative")]
    [InlineData("Actions", "policy")]
    public void What_a_measure_can_lack_is_named_as_rules_name_it(string field, string subject)
    {
        var facts = (FactSet)typeof(Lacking).GetField(field)!.GetValue(null)!;

        foreach (var fact in facts.Facts)
        {
            Walk(Schema.FindSubject(subject)!, fact.Ja).ShouldBe(Walk(Schema.FindSubject(subject)!, fact.En), fact.Ja);
            Walk(Schema.FindSubject(subject)!, fact.Ja).ShouldNotBeNull(fact.Ja);
        }
    }

    [Fact]
    public void Every_fact_a_measure_can_lack_is_among_those_walked()
    {
        var walked = typeof(PlanSchemaTests).GetMethod(nameof(What_a_measure_can_lack_is_named_as_rules_name_it))!
            .GetCustomAttributes<InlineDataAttribute>().Select(data => (string)data.Data[0]!);
        var all = typeof(Lacking).GetFields().Where(f => ((FactSet)f.GetValue(null)!).HasFacts).Select(f => f.Name);

        all.ShouldBe(walked.Distinct(), ignoreOrder: true);
    }

    private static Member? Walk(ObjectType from, string path)
    {
        Member? member = null;
        FeelType at = from;
        foreach (var step in path.Split('.'))
        {
            member = (at is ListType list ? (ObjectType)list.Item : (ObjectType)at).Find(step);
            if (member is null)
                return null;
            at = member.Type;
        }
        return member;
    }

    private static bool Fits(Member member, MemberPresence presence) => (member.Kind, presence) switch
    {
        (MemberKind.Required, MemberPresence.Required) => true,
        (MemberKind.Default, MemberPresence.Default) => true,
        (MemberKind.Fact, MemberPresence.Fact) => true,
        (MemberKind.Event, MemberPresence.Event) => true,
        (MemberKind.OptionalText, MemberPresence.Optional) => true,
        (MemberKind.FactList, MemberPresence.UnknownList) => true,
        (MemberKind.List, MemberPresence.EmptyList) => true,

        // A reference is read as what it refers to.
        (MemberKind.Link, MemberPresence.Optional or MemberPresence.Required) => true,

        // Lists that hold those of the levels below too are unknown where one of these is.
        (MemberKind.FactList, MemberPresence.EmptyList) => member is { Owner.En: "plan", En: "kpis" },
        _ => false,
    };

    private static PlanShape? Shape(ObjectType kind)
    {
        var record = kind == Schema.Root ? typeof(PlanHeader) : PlanWording.RecordOf(kind.Clr);
        return record.IsAssignableTo(typeof(PlanObject)) && record != typeof(Security) ? PlanShape.Of(record) : null;
    }

    // A lane is transparent: nothing refers to it.
    private static bool IsNeverRead(Type record, string member) => record == typeof(Lane) && member == "id";

    private static IEnumerable<Type> PlanRecords() =>
        typeof(PlanDocument).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(PlanObject)));
}
