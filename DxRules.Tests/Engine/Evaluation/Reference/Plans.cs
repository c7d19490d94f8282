using System.Collections;
using System.Text;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>What random tests need of the plans they made.</summary>
internal static class Plans
{
    public static IEnumerable<TestSubject> SubjectsOf(TestPlan plan, ObjectType kind) =>
        plan.Below<TestSubject>().Prepend(plan).Where(subject => subject.GetType() == kind.Clr);

    /// <summary>Alerts below some subject, a third of them uncertain.</summary>
    public static AlertBelow[] Alerts(Random random) => [.. Enumerable.Range(0, random.Next(3)).Select(i => Alert(random, i))];

    private static AlertBelow Alert(Random random, int number)
    {
        var uncertainty = random.Next(3) == 0 ? FactSet.Of(new Fact("下の項目" + number, "fact below")) : null;
        var severity = uncertainty is null ? (Severity)random.Next(4) : Maybe<Severity>.Unknown(uncertainty);
        return new AlertBelow("TST-02", random.Next(2) == 0 ? "kpi" : "data", severity, new SubjectBelow("a" + number, "題名", "kpi"), false, uncertainty);
    }

    /// <summary>An object with all that can be read of it, for the message of a failing test.</summary>
    public static string Describe(object subject)
    {
        var output = new StringBuilder();
        Describe(subject, output, 0);
        return output.ToString();
    }

    private static void Describe(object value, StringBuilder output, int depth)
    {
        output.Append(value.GetType().Name);
        foreach (var property in value.GetType().GetProperties().Where(p => p.Name is not ("Above" or "Series" or "PreviousYear" or "Previous" or "EqualityContract" or "ImprovementOnBaseline" or "Latest") || p.PropertyType.IsArray))
        {
            output.Append('\n').Append(' ', depth * 2 + 2).Append(property.Name).Append(": ");
            var member = property.GetValue(value);
            if (member is IEnumerable list and not string)
            {
                foreach (var item in list)
                {
                    output.Append("\n").Append(' ', depth * 2 + 4).Append("- ");
                    Describe(item, output, depth + 2);
                }
            }
            else if (member?.GetType().Assembly == typeof(Plans).Assembly && !member.GetType().IsEnum)
            {
                Describe(member, output, depth + 1);
            }
            else
            {
                output.Append(member ?? "null");
            }
        }
    }
}
