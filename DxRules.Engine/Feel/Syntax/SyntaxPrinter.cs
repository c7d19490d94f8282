using System.Globalization;
using System.Text;

namespace DxRules.Engine.Feel.Syntax;

/// <summary>Writes an expression in one canonical form: one space around operators, no parentheses but the needed ones.</summary>
internal sealed class SyntaxPrinter
{
    private readonly StringBuilder output = new();
    private readonly bool groups;

    private SyntaxPrinter(bool groups) => this.groups = groups;

    /// <summary>The text of the expression; reading it gives the same tree. A part that could not be read is written ⟨?⟩.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="groups">Whether every operator's operands stand in parentheses, so that the tree can be seen.</param>
    public static string Print(Expression expression, bool groups = false)
    {
        var printer = new SyntaxPrinter(groups);
        printer.Write(expression);
        return printer.output.ToString();
    }

    /// <summary>A text as it is written in an expression, between quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        for (var i = 0; i < text.Length; i++)
        {
            quoted.Append(text[i] switch
            {
                '"' => "\\\"",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                // Before anything else a backslash stands for itself, as in "\d+".
                '\\' when i + 1 == text.Length || "\"'\\nrtuU".Contains(text[i + 1]) => "\\\\",
                var c when NameCharacters.IsLineEnd(c) => $"\\u{(int)c:x4}",
                var c => c.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }

    // How tightly a form holds together; an operand that holds less tightly than its place demands gets parentheses.
    private const int Loose = 0;
    private const int Comparison = 3;
    private const int Sum = 4;
    private const int Power = 6;
    private const int Sign = 7;
    private const int Typed = 8;
    private const int Tight = 9;

    private static int LevelOf(Expression expression) => expression switch
    {
        IfExpression or ForExpression or QuantifiedExpression or FunctionLiteral => Loose,
        BinaryExpression binary => LevelOf(binary.Operator),
        BetweenExpression or InExpression => Comparison,
        NegationExpression => Sign,
        InstanceOfExpression => Typed,
        _ => Tight,
    };

    private static int LevelOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And => 2,
        BinaryOperator.Add or BinaryOperator.Subtract => Sum,
        BinaryOperator.Multiply or BinaryOperator.Divide => 5,
        BinaryOperator.Power => Power,
        _ => Comparison,
    };

    private static string SignOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "**",
    };

    private void Write(Expression expression, int place)
    {
        var level = LevelOf(expression);
        var parentheses = level < place || groups && level < Tight;
        if (parentheses)
            output.Append('(');
        Write(expression);
        if (parentheses)
            output.Append(')');
    }

    private void Write(Expression expression)
    {
        switch (expression)
        {
            case NumberLiteral number:
                output.Append(number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case TextLiteral text:
                output.Append(Quoted(text.Value));
                break;
            case BooleanLiteral boolean:
                output.Append(boolean.Value ? "true" : "false");
                break;
            case NullLiteral:
                output.Append("null");
                break;
            case TemporalLiteral temporal:
                output.Append('@').Append(Quoted(temporal.Text));
                break;
            case NameExpression name:
                output.Append(name.Name);
                break;
            case MissingExpression:
                output.Append("⟨?⟩");
                break;
            default:
                WriteCompound(expression);
                break;
        }
    }

    private void WriteCompound(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression binary:
                WriteBinary(binary);
                break;
            case NegationExpression negation:
                output.Append('-');
                Write(negation.Operand, Sign);
                break;
            case BetweenExpression between:
                Write(between.Value, Comparison);
                output.Append(" between ");
                Write(between.Low, Sum);
                output.Append(" and ");
                Write(between.High, Sum);
                break;
            case InExpression membership:
                WriteIn(membership);
                break;
            case InstanceOfExpression instance:
                Write(instance.Value, Typed);
                output.Append(" instance of ");
                Write(instance.Type);
                break;
            case PathExpression path:
                Write(path.Target, Tight);
                output.Append('.').Append(path.Name);
                break;
            case FilterExpression filter:
                Write(filter.Target, Tight);
                output.Append('[');
                Write(filter.Condition);
                output.Append(']');
                break;
            case CallExpression call:
                Write(call.Callee, Tight);
                WriteItems('(', call.Arguments, WriteArgument, ')');
                break;
            default:
                WriteConstructor(expression);
                break;
        }
    }

    private void WriteConstructor(Expression expression)
    {
        switch (expression)
        {
            case UnaryTest test:
                output.Append('(');
                WriteTest(test);
                output.Append(')');
                break;
            case RangeLiteral range:
                output.Append(range.IncludesStart ? '[' : '(');
                Write(range.Start);
                output.Append("..");
                Write(range.End, Sum);
                output.Append(range.IncludesEnd ? ']' : ')');
                break;
            case ListLiteral list:
                WriteItems('[', list.Items, Write, ']');
                break;
            case ContextLiteral context:
                WriteItems('{', context.Entries, WriteEntry, '}');
                break;
            case IfExpression choice:
                WriteIf(choice);
                break;
            case ForExpression loop:
                WriteIterators("for ", loop.Iterators, " return ", loop.Return);
                break;
            case QuantifiedExpression quantified:
                WriteIterators(quantified.IsEvery ? "every " : "some ", quantified.Iterators, " satisfies ", quantified.Satisfies);
                break;
            case FunctionLiteral function:
                output.Append("function");
                WriteItems('(', function.Parameters, WriteParameter, ')');
                output.Append(' ');
                Write(function.Body);
                break;
            default:
                throw new ArgumentException($"There is no written form of {expression.GetType().Name}.", nameof(expression));
        }
    }

    private void WriteBinary(BinaryExpression binary)
    {
        var level = LevelOf(binary.Operator);
        Write(binary.Left, level);
        output.Append(' ').Append(SignOf(binary.Operator)).Append(' ');
        Write(binary.Right, level + 1);
    }

    private void WriteIn(InExpression membership)
    {
        Write(membership.Value, Comparison);
        output.Append(" in ");
        if (membership.Tests is not [var single])
            WriteItems('(', membership.Tests, WriteTest, ')');
        else if (single is UnaryTest)
            WriteTest(single);
        else
            Write(single, Sum);
    }

    private void WriteTest(Expression test)
    {
        if (test is not UnaryTest unary)
        {
            Write(test);
            return;
        }
        output.Append(SignOf(unary.Operator)).Append(' ');
        Write(unary.Operand, Sum);
    }

    private void WriteIf(IfExpression choice)
    {
        output.Append("if ");
        Write(choice.Condition);
        output.Append(" then ");
        Write(choice.Then);
        output.Append(" else ");
        Write(choice.Else);
    }

    private void WriteIterators(string word, IReadOnlyList<Iterator> iterators, string end, Expression body)
    {
        output.Append(word);
        for (var i = 0; i < iterators.Count; i++)
        {
            output.Append(i > 0 ? ", " : "").Append(iterators[i].Name).Append(" in ");
            Write(iterators[i].Domain);
            if (iterators[i].RangeEnd is not { } last)
                continue;
            output.Append("..");
            Write(last);
        }
        output.Append(end);
        Write(body);
    }

    private void WriteEntry(ContextEntry entry)
    {
        var isName = entry.Name.Length > 0 && Lexer.IsName(entry.Name);
        output.Append(isName ? entry.Name : Quoted(entry.Name)).Append(": ");
        Write(entry.Value);
    }

    private void WriteArgument(Argument argument)
    {
        if (argument.Name != null)
            output.Append(argument.Name).Append(": ");
        Write(argument.Value);
    }

    private void WriteParameter(Parameter parameter)
    {
        output.Append(parameter.Name);
        if (parameter.Type is not { } type)
            return;
        output.Append(": ");
        Write(type);
    }

    private void Write(TypeName type)
    {
        output.Append(type.Name);
        if (type.Name is not ("list" or "range" or "context" or "function") || type is { Arguments: [], Result: null, Name: not "function" })
            return;
        if (type is { Name: "function", Result: null })
            return;
        output.Append('<');
        for (var i = 0; i < type.Arguments.Count; i++)
        {
            output.Append(i > 0 ? ", " : "");
            if (i < type.MemberNames.Count)
                output.Append(type.MemberNames[i]).Append(": ");
            Write(type.Arguments[i]);
        }
        output.Append('>');
        if (type.Result is not { } result)
            return;
        output.Append(" -> ");
        Write(result);
    }

    private void WriteItems<T>(char open, IReadOnlyList<T> items, Action<T> write, char close)
    {
        output.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            output.Append(i > 0 ? ", " : "");
            write(items[i]);
        }
        output.Append(close);
    }
}
