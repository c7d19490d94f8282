using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Evaluation;

/// <summary>The rules and plans that people use take no memory either where there is nothing to say.</summary>
public class ShippedRulesQuietPathTests
{
    private static readonly DateOnly AsOf = new(2025, 5, 31);

    [Theory]
    [InlineData("demo-city.json")]
    [InlineData("yamagata-2022.json")]
    public void Shipped_rules_judge_what_is_quiet_without_taking_memory(string sample)
    {
        var file = Repository.File("DxRules.Admin", "SampleData", sample);
        var plan = PlanReader.Read(new SourceText(sample, File.ReadAllText(file))).Document!;
        var root = PlanSubjects.Build(plan.AsOf(AsOf).Document, AsOf);
        var subjects = AtOrBelow(root, PlanSchema.Instance.Root).ToList();

        var taken = PlanCheck.Default.Rules.Select(rule => (rule.Rule.Id, Bytes: BytesOfQuiet(rule, subjects))).Where(r => r.Bytes > 0);

        taken.ShouldBeEmpty();
    }

    private static long BytesOfQuiet(CompiledRule rule, List<(object Subject, ObjectType Kind)> subjects)
    {
        var certain = rule.CertainOutcome.Compile();
        var context = new CheckContext(AsOf);
        var bytes = 0L;
        foreach (var (subject, kind) in subjects.Where(s => s.Kind == rule.Rule.Subject))
        {
            // A text with brackets may hold a year in both calendars: it is taken apart, which takes memory.
            if (subject is WordingNode { Text: var text } && text.AsSpan().ContainsAny('(', '（'))
                continue;
            if ((int)certain.DynamicInvoke(subject, context)! is not (ExpressionCompiler.Quiet or ExpressionCompiler.NotApplicable))
                continue;
            rule.Judge(subject, context);
            var before = GC.GetAllocatedBytesForCurrentThread();
            rule.Judge(subject, context);
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }
        return bytes;
    }

    private static IEnumerable<(object Subject, ObjectType Kind)> AtOrBelow(object subject, ObjectType kind) =>
        kind.Children.SelectMany(list => (list.Of(subject) ?? []).SelectMany(child => AtOrBelow(child, list.Kind))).Prepend((subject, kind));
}
