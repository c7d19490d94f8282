using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Turns bound expressions of dynamic mode into code over objects. Every piece of code gives an object, null for FEEL's null.</summary>
internal sealed partial class DynamicEmitter(ParameterExpression run)
{
    private static readonly Expression Null = Expression.Constant(null, typeof(object));

    private readonly Dictionary<Variable, Expression> variables = [];
    private readonly Expression reasons = Expression.Property(run, nameof(DynamicRun.Reasons));

    public Expression Emit(Bound bound) => bound switch
    {
        BoundConstant constant => Expression.Constant(constant.Value, typeof(object)),
        BoundVariable variable => variables[variable.Variable],
        BoundInput input => Expression.Call(run, nameof(DynamicRun.Input), null, Expression.Constant(input.Name)),
        BoundLookup lookup => EmitLookup(lookup),
        BoundPath path => Expression.Call(typeof(Members), nameof(Members.Of), null, Emit(path.Target), Expression.Constant(path.Name), reasons),
        BoundAnd and => EmitJunction(nameof(Operators.And), and.Left, and.Right, decides: false),
        BoundOr or => EmitJunction(nameof(Operators.Or), or.Left, or.Right, decides: true),
        BoundBinary binary => EmitBinary(binary),
        BoundNegation negation => Operate(nameof(Operators.Negate), negation.Operand),
        BoundBetween between => Operate(nameof(Operators.Between), between.Value, between.Low, between.High),
        BoundMembership membership => EmitMembership(membership),
        BoundOpenRange range => Counted(Expression.Call(typeof(DynamicValues), nameof(DynamicValues.Open), null, Expression.Constant(range.Operator), Emit(range.Operand))),
        BoundInterval range => Counted(Expression.Call(typeof(DynamicValues), nameof(DynamicValues.Interval), null,
            Emit(range.Start), Expression.Constant(range.IncludesStart), Emit(range.End), Expression.Constant(range.IncludesEnd))),
        BoundList list => Counted(Expression.NewArrayInit(typeof(object), list.Items.Select(Emit))),
        BoundEntries context => EmitContext(context),
        BoundIf choice => Expression.Condition(IsTrue(choice.Condition), Emit(choice.Then), Emit(choice.Else)),
        BoundSelection selection => EmitSelection(selection),
        BoundIteration iteration => EmitIteration(iteration),
        BoundTest test => EmitTest(test),
        BoundInvocation invocation => EmitInvocation(invocation),
        BoundFunction function => EmitFunction(function),
        BoundInstanceOf instance => Expression.Call(run, nameof(DynamicRun.IsInstance), null, Emit(instance.Value), Expression.Constant(instance.TypeName)),
        _ => throw new ArgumentException($"{bound.GetType().Name} is not of dynamic mode.", nameof(bound)),
    };

    private Expression IsTrue(Bound condition) => Expression.Call(typeof(DynamicValues), nameof(DynamicValues.Is), null, Emit(condition), Expression.Constant(true));

    private Expression Operate(string method, params Bound[] operands) =>
        Boxed(Expression.Call(typeof(Operators), method, null, [.. operands.Select(Emit), reasons]));

    // The right side is not looked at where the left one decides, so that a function may call itself there.
    private Expression EmitJunction(string join, Bound left, Bound right, bool decides)
    {
        var first = Expression.Variable(typeof(object), "left");
        return Expression.Block(
            [first],
            Expression.Assign(first, Emit(left)),
            Expression.Condition(
                Expression.Call(typeof(DynamicValues), nameof(DynamicValues.Is), null, first, Expression.Constant(decides)),
                first,
                Expression.Call(typeof(Operators), join, null, first, Emit(right), reasons)));
    }

    private static Expression Boxed(Expression value) => value.Type == typeof(object) ? value : Expression.Convert(value, typeof(object));

    private Expression Counted(Expression value) => Expression.Call(run, nameof(DynamicRun.Counted), null, Boxed(value));

    private Expression EmitBinary(BoundBinary binary) => Compared(binary.Operator, Emit(binary.Left), Emit(binary.Right));

    private Expression Compared(BinaryOperator sign, Expression left, Expression right) =>
        Boxed(Expression.Call(typeof(Operators), sign.ToString(), null, Weighed(sign, left), Weighed(sign, right), reasons));

    // Lists and contexts are compared item by item, and sums of texts grow.
    private Expression Weighed(BinaryOperator sign, Expression operand) =>
        sign is BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Add && operand is not ConstantExpression ? Counted(operand) : operand;

    private Expression EmitMembership(BoundMembership membership)
    {
        var (value, found) = (Expression.Variable(typeof(object), "value"), Expression.Variable(typeof(object), "found"));
        var code = new List<Expression>
        {
            Expression.Assign(value, Emit(membership.Value)),
            Expression.Assign(found, Expression.Constant(false, typeof(object))),
        };
        foreach (var test in membership.Tests)
        {
            var holds = test.Operator is { } sign
                ? Compared(sign, value, Emit(test.Operand))
                : Expression.Call(typeof(Operators), nameof(Operators.In), null, value, Counted(Emit(test.Operand)), reasons);
            code.Add(Expression.Assign(found, Expression.Call(typeof(Operators), nameof(Operators.Or), null, found, holds, reasons)));
        }
        code.Add(found);
        return Expression.Block([value, found], code);
    }

    private Expression EmitLookup(BoundLookup lookup)
    {
        var found = Expression.Variable(typeof(object), lookup.Name);
        var value = lookup.Items.Reverse().Aggregate(Emit(lookup.Otherwise), (otherwise, item) => Expression.Condition(
            Expression.Call(typeof(DynamicValues), nameof(DynamicValues.HasEntry), null, variables[item], Expression.Constant(lookup.Name), found),
            found,
            otherwise));
        return Expression.Block([found], value);
    }

    private Expression EmitContext(BoundEntries context)
    {
        var values = context.Entries.Select(entry => Declare(entry.Variable)).ToArray();
        var names = Expression.Constant(context.Entries.Select(entry => entry.Name).ToArray());
        var code = context.Entries.Select((entry, i) => (Expression)Expression.Assign(values[i], Emit(entry.Value))).ToList();
        code.Add(Counted(Expression.Call(typeof(DynamicValues), nameof(DynamicValues.Context), null, names, Expression.NewArrayInit(typeof(object), values))));
        return Expression.Block(values, code);
    }

    private ParameterExpression Declare(Variable variable)
    {
        var declared = Expression.Variable(typeof(object), variable.Name);
        variables[variable] = declared;
        return declared;
    }
}
