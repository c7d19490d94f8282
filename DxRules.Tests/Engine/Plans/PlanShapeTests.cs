using DxRules.Engine.Plans;
using StartAttribute = DxRules.Engine.Plans.Marks.StartAttribute;

namespace DxRules.Tests.Engine.Plans;

public class PlanShapeTests
{
    [Theory]
    [InlineData(typeof(Phase), "id", "Required")]
    [InlineData(typeof(Phase), "start", "Fact")]
    [InlineData(typeof(Phase), "completedOn", "Event")]
    [InlineData(typeof(Phase), "kind", "Default")]
    [InlineData(typeof(Phase), "records", "UnknownList")]
    [InlineData(typeof(Initiative), "milestones", "EmptyList")]
    [InlineData(typeof(Initiative), "description", "Optional")]
    public void A_mark_tells_what_the_absence_of_a_member_means(Type type, string member, string presence) =>
        PlanShape.Of(type).Find(member)!.Presence.ToString().ShouldBe(presence);

    [Fact]
    public void Every_member_of_every_record_has_a_kind_and_a_mark_that_fits()
    {
        foreach (var shape in AllShapes())
        {
            foreach (var member in shape.Members)
            {
                var where = $"{shape.Type.Name}.{member.Name}";
                if (member.Presence is MemberPresence.Optional)
                    member.ValueKind.ShouldBe(PlanValueKind.Text, where);
                if (member.IsFiscalYear)
                    member.ValueKind.ShouldBe(PlanValueKind.Whole, where);
                if (member.IsStart)
                    member.ValueKind.ShouldBe(PlanValueKind.Date, where);
                if (member.Mark<StartAttribute>()?.End is { } end)
                    shape.Members.ShouldContain(m => m.PropertyName == end, where);
                if (member.IsId || member.Reference is not null)
                    member.ValueKind.ShouldBe(PlanValueKind.Text, where);
            }
        }
    }

    [Fact]
    public void All_lists_of_security_and_governance_are_unknown_when_absent() =>
        AllShapes(typeof(Security)).Concat(AllShapes(typeof(Governance)))
            .SelectMany(s => s.Members).Where(m => m.IsList)
            .ShouldAllBe(m => m.Presence == MemberPresence.UnknownList);

    [Fact]
    public void Enum_words_are_written_in_camel_case() =>
        PlanWords.Of(typeof(WorkStatus)).Keys.ShouldBe(["notStarted", "inProgress", "completed", "suspended", "cancelled"]);

    private static IEnumerable<PlanShape> AllShapes(Type? root = null)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>([root ?? typeof(PlanDocument)]);
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type))
                continue;
            yield return PlanShape.Of(type);
            foreach (var member in PlanShape.Of(type).Members.Where(m => m.ValueKind == PlanValueKind.Object))
                open.Push(member.ValueType);
        }
    }
}
