using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Function calls and properties of values.</summary>
internal sealed partial class Binder
{
    private Bound BindCall(CallExpression syntax)
    {
        if (syntax.Callee is not NameExpression callee)
            return errors.NotInRules(syntax);
        if (syntax.Arguments.Any(a => a.Name is not null))
            return errors.NamedArguments(syntax);

        var arguments = syntax.Arguments.Select(a => Bind(a.Value)).ToList();
        if (arguments.Any(a => a.Type.IsError))
            return new BoundError(syntax);
        return callee.Name switch
        {
            "not" when arguments is [var operand] => operand.Type == FeelType.Boolean ? new BoundNot(operand, syntax) : errors.Expected(FeelType.Boolean, operand),
            "count" when arguments is [var list] => list.Type is ListType ? new BoundAggregate(FeelType.Number, Aggregate.Count, list, null, syntax) : errors.NotAList(list),
            "sum" or "min" or "max" or "mean" when arguments.Count > 0 => BindAggregate(callee.Name, arguments, syntax),
            "割合" or "share" when arguments is [var list] => BindShare(list, null, syntax),
            "割合以上" or "shareAtLeast" when arguments is [var list, var share] => BindShare(list, share, syntax),
            "list contains" when arguments is [var list, var value] => list.Type is ListType type ? Contains(list, type, value, syntax) : errors.NotAList(list),
            "string" when arguments is [var value] => BindString(value, syntax),
            "duration" when syntax.Arguments is [{ Value: TextLiteral literal }] => BindTemporal(syntax, literal.Value),
            "date" when syntax.Arguments is [{ Value: TextLiteral literal }] => BindTemporal(syntax, literal.Value),
            _ => BindFunction(callee, arguments, syntax),
        };
    }

    private Bound BindFunction(NameExpression callee, IReadOnlyList<Bound> arguments, CallExpression syntax)
    {
        if (scope.Hosted.FirstOrDefault(h => h.Name == callee.Name) is { } hosted)
            return BindHosted(hosted, arguments, syntax);
        var functions = RuleFunctions.All.Concat(scope.Schema.Functions).ToList();
        var named = functions.Where(f => f.Ja == callee.Name || f.En == callee.Name).ToList();
        if (named.Count == 0)
            return RuleFunctions.Names.Contains(callee.Name)
                ? errors.WrongArguments(callee, syntax)
                : errors.UnknownFunction(callee, RuleFunctions.Names.Concat(functions.SelectMany(f => new[] { f.Ja, f.En })));
        if (named.Find(f => f.Parameters.Count == arguments.Count) is not { } function)
            return errors.WrongCount(named[0], arguments.Count, syntax);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Type != function.Parameters[i].Type)
                return errors.WrongArgument(function, function.Parameters[i], arguments[i]);
        }
        return new BoundCall(function.Result, function.Method, arguments, syntax);
    }

    private Bound BindHosted(HostedCondition hosted, IReadOnlyList<Bound> arguments, CallExpression syntax)
    {
        foreach (var (argument, taken) in arguments.Zip(hosted.Takes))
        {
            if (taken is not null && argument.Type.Clr != taken)
                return errors.NotTaken(argument, taken);
        }
        return new BoundHosted(hosted, arguments, syntax);
    }

    private Bound BindAggregate(string name, IReadOnlyList<Bound> arguments, CallExpression syntax)
    {
        if (arguments is [{ Type: not ListType } single])
            return errors.NotAList(single);
        var list = arguments is [var only] ? only : AsList(arguments, syntax);
        if (list.Type is not ListType { Item: var member })
            return list;
        var aggregate = name switch { "sum" => Aggregate.Sum, "min" => Aggregate.Min, "max" => Aggregate.Max, _ => Aggregate.Mean };
        var fits = aggregate is Aggregate.Min or Aggregate.Max ? member.IsOrdered : member == FeelType.Number;
        return fits ? new BoundAggregate(member, aggregate, list, null, syntax) : errors.Expected(FeelType.Number, list);
    }

    private Bound AsList(IReadOnlyList<Bound> items, Expression syntax)
    {
        var other = items.FirstOrDefault(i => i.Type != items[0].Type);
        return other is null ? new BoundList(new ListType(items[0].Type), items, syntax) : errors.MixedList(syntax, items[0].Type, other);
    }

    private Bound BindShare(Bound list, Bound? share, Expression syntax)
    {
        if (list.Type is not ListType { Item: var member } || member != FeelType.Boolean)
            return errors.Expected(new ListType(FeelType.Boolean), list);
        if (share is not null && share.Type != FeelType.Number)
            return errors.Expected(FeelType.Number, share);
        return share is null
            ? new BoundAggregate(FeelType.Number, Aggregate.Share, list, null, syntax)
            : new BoundAggregate(FeelType.Boolean, Aggregate.ShareAtLeast, list, share, syntax);
    }

    private Bound Contains(Bound list, ListType type, Bound value, Expression syntax)
    {
        if (type.Item is EnumType words && value.Type == FeelType.Text)
            value = AsWord(value, words);
        if (value.Type is EnumType ofValue && type.Item == FeelType.Text && list is BoundList literal)
            list = AsList([.. literal.Items.Select(item => AsWord(item, ofValue))], list.Syntax);
        if (list.Type.IsError || value.Type.IsError)
            return new BoundError(syntax);
        return list.Type is ListType { Item: var item } && value.Type == item && item is ScalarType or EnumType
            ? new BoundAggregate(FeelType.Boolean, Aggregate.Contains, list, value, syntax)
            : errors.NotComparable(value, list, syntax);
    }

    // In a text, string writes as people read; in a condition it is the standard's.
    private Bound BindString(Bound value, Expression syntax)
    {
        if (value.Type == FeelType.Text)
            return value;
        if (use.Language is { } language)
            return new BoundString(value, language, syntax);
        return value.Type == FeelType.Number || value.Type == FeelType.Date || value.Type == FeelType.Boolean
            ? new BoundCall(FeelType.Text, RuleFunctions.StringOf(value.Type), [value], syntax)
            : errors.Expected(FeelType.Number, value);
    }

    /// <summary>A date or duration whose text is known when the rule is loaded.</summary>
    private Bound BindTemporal(Expression syntax, string literal) =>
        TemporalConstants.TryRead(literal, out var type, out var value) ? new BoundConstant(type, value, syntax) : errors.BadTemporal(literal, syntax);

    private Bound BindProperty(Bound target, PathExpression step) =>
        RuleFunctions.Property(target.Type, step.Name) is { } property
            ? new BoundCall(FeelType.Number, property, [target], step)
            : errors.NoMembers(target.Type, step.Name, step.NameSpan, step);
}
