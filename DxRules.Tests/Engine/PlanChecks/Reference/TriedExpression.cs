using System.Collections;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.PlanChecks.Subjects;

namespace DxRules.Tests.Engine.PlanChecks.Reference;

/// <summary>Evaluates an expression as a rule on 計画 would that uses the shared parameters; 31 May 2025 is the as-of date.</summary>
internal static class TriedExpression
{
    private static readonly DateOnly AsOf = new(2025, 5, 31);

    private static readonly RuleFolder Packaged = RuleFolder.Packaged();

    /// <summary>The value as FEEL writes it, with quotes around texts.</summary>
    public static string ValueOf(string expression, Language language)
    {
        var plan = PlanSubjects.Build(SmallPlans.Empty, AsOf, RatingScales.Of(AppliedProfile.None(Packaged)));
        var (schema, diagnostics) = (PlanSchema.Instance, new List<Diagnostic>());
        var scope = new RuleScope(schema, schema.FindSubject("計画")!);
        AddGroups(scope);
        var tree = Parser.Parse(EmbeddedText.Whole(new SourceText("example", expression)), ParserOptions.Rule);
        var bound = Binder.Bind(tree, scope, Use.Condition, Guards.None, diagnostics);
        tree.Diagnostics.Concat(diagnostics).ShouldBeEmpty(expression);
        var value = new ExpressionCompiler(scope.Subject, new ValueWriter(schema)).Value(bound, forTexts: false)(plan, new CheckContext(AsOf));
        return Write(value, language);
    }

    private static string Write(object? value, Language language) => value switch
    {
        string text => $"\"{text}\"",
        FiscalYearName name => name.In(language),
        NumberRange range => Write(Enumerable.Range(range.From, range.To - range.From + 1).Select(n => (decimal)n), language),
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(item => Write(item, language))) + "]",
        _ => ValueText.Of(value) ?? "null",
    };

    private static void AddGroups(RuleScope scope)
    {
        foreach (var group in Packaged.Groups)
        {
            var members = group.Members.Select(Symbol).ToList();
            scope.AddGroup(group.Name.Value, members);
            scope.AddGroup(group.En.Value, members);
        }
    }

    private static ParameterSymbol Symbol(ParameterDefinition definition)
    {
        var type = definition.Type == ParameterType.MonthDay ? FeelType.MonthDay : FeelType.Number;
        return new ParameterSymbol(definition.Name.Value, definition.En.Value, type, definition.Value!.Value, IsRatio: false);
    }
}
