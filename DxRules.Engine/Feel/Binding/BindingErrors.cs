using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>The wording of everything that can be wrong with names, types, words and guards. Each method reports and gives back an error node.</summary>
internal sealed class BindingErrors(List<Diagnostic> diagnostics, Func<EmbeddedText> text, Limits limits)
{
    /// <param name="hint">What is probably meant; null where only the spelling can tell.</param>
    public Bound UnknownName(NameExpression name, LocalizedText? hint, IEnumerable<string> known) =>
        Report("DX220", name, new($"「{name.Name}」という名前はありません。", $"There is no name '{name.Name}' here."), hint ?? DidYouMean(name.Name, known));

    public Bound NotTaken(Bound found, Type taken) =>
        Report("DX176", found.Syntax, new($"C# の条件は {taken.Name} として読みますが、{found.Type.Ja}（{found.Type.Clr.Name}）です。", $"The condition in C# takes this as {taken.Name}, but it is of type {found.Type.En} ({found.Type.Clr.Name})."));

    public Bound UnknownMember(ObjectType owner, string name, TextSpan span, Expression? syntax = null) =>
        Report("DX221", syntax, span, new($"{owner.Ja}に「{name}」という項目はありません。", $"'{owner.En}' has no member '{name}'."), DidYouMean(name, owner.Names));

    public Bound UnknownGroupMember(string group, PathExpression step, IEnumerable<string> known) =>
        Report("DX221", step, step.NameSpan, new($"共通パラメータ「{group}」に「{step.Name}」はありません。", $"The shared parameters '{group}' have no '{step.Name}'."), DidYouMean(step.Name, known));

    public Bound NoMembers(FeelType type, string name, TextSpan span, Expression? syntax = null) =>
        Report("DX222", syntax, span, new($"{type.Ja}には「{name}」のような項目がありません。", $"A value of type {type.En} has no member '{name}'."));

    public Bound UnknownWord(EnumType type, string word, Expression syntax) =>
        Report(
            "DX223",
            syntax,
            new($"「{word}」は{type.Ja}の値ではありません。使える値: {string.Join("、", type.Words.Select(w => w.Ja))}。", $"'{word}' is not a value of '{type.En}'. Allowed: {string.Join(", ", type.Words.Select(w => w.En))}."),
            DidYouMean(word, type.Words.SelectMany(w => new[] { w.Ja, w.En })));

    public Bound WordExpected(EnumType type, Bound found) =>
        Report("DX224", found.Syntax, new($"{type.Ja}は、引用符で囲んだ値とだけ比べられます（例: \"{type.Words[0].Ja}\"）。", $"'{type.En}' can only be compared with one of its words in quotes (such as \"{type.Words[0].En}\")."));

    public Bound NotComparable(Bound left, Bound right, Expression syntax) =>
        Report(
            "DX225",
            syntax,
            new($"{left.Type.Ja}と{right.Type.Ja}は比べられません。", $"A value of type {left.Type.En} cannot be compared with one of type {right.Type.En}."),
            WordsHaveNoOrder(left, right) ?? QuotedNumber(left, right) ?? ComparableWith(left, right));

    public Bound DaysAgainstMonths(Expression syntax) =>
        Report(
            "DX226",
            syntax,
            new("日数の期間と月数の期間は比べられません（月の長さは決まっていません）。", "A duration in days cannot be compared with one in months: months differ in length."),
            new("日付どうしを比べます。例: 終了日 < 基準日 - duration(\"P12M\")", "Compare dates instead, as in: end < asOfDate - duration(\"P12M\")"));

    public Bound NoOperator(BinaryExpression syntax, FeelType left, FeelType right)
    {
        var sign = SyntaxNames.Of(syntax.Operator);
        return Report("DX227", syntax, syntax.OperatorSpan, new($"「{sign}」は{left.Ja}と{right.Ja}には使えません。", $"'{sign}' cannot be used with {left.En} and {right.En}."), OtherWords.ForDates(syntax, left, right));
    }

    public Bound Expected(FeelType expected, Bound found) =>
        Report("DX228", found.Syntax, new($"{expected.Ja}が必要ですが、{found.Type.Ja}です。", $"A value of type {expected.En} is expected, but this is of type {found.Type.En}."));

    public Bound BranchesDiffer(IfExpression syntax, FeelType then, FeelType otherwise) =>
        Report("DX229", syntax, new($"then は{then.Ja}、else は{otherwise.Ja}です。同じ型にしてください。", $"'then' gives {then.En} and 'else' gives {otherwise.En}; both must give the same type."));

    public void Untested(Member member, TextSpan span) =>
        Report(
            "DX231",
            null,
            span,
            new($"「{member.Ja}」は無いことがあるのに、確かめずに読んでいます。", $"'{member.En}' may be absent, but is read without a test."),
            new($"「{member.Ja} != null and …」のように、先に確かめてください。", $"Test it first, as in: {member.En} != null and …"));

    /// <summary>What was said; null where nothing was.</summary>
    public Diagnostic? Unneeded(Member member, TextSpan span, Fact fact)
    {
        var before = diagnostics.Count;
        Report(
            "DX230",
            null,
            span,
            new($"「{fact.Ja}」は分からないことがあるのに、needs にありません。", $"'{fact.En}' may be unknown, but is not listed under 'needs'."),
            new($"needs に「{fact.Ja}」を加えるか、「{member.Ja} != null and …」と先に確かめてください。", $"Add '{fact.En}' to 'needs', or test it first: {member.En} != null and …"));
        return diagnostics.Count > before ? diagnostics[^1] : null;
    }

    public Bound NullTestOfNeed(BoundMember member) =>
        Report(
            "DX232",
            member.Syntax,
            new($"「{member.Member.Ja}」は needs にあるか計算で求まるため、null と比べられません。", $"'{member.Member.En}' is needed or computed, so it cannot be tested with null."),
            new("分からないときは、規則が自動的に判定不能になります。", "Where it is unknown the rule is undetermined by itself."));

    public Bound NullTestOfValue(Bound operand) =>
        Report("DX233", operand.Syntax, new("null と比べられるのは項目だけです。", "Only a member can be tested with null."));

    public Bound NullOutsideTest(Expression syntax) =>
        Report(
            "DX250",
            syntax,
            new("規則の条件では、null は「x = null」か「x != null」にだけ使えます。", "In a condition null can only stand in a test, x = null or x != null."));

    public Bound TooManyLets(Expression syntax) =>
        Report(
            "DX251",
            syntax,
            new(
                $"let がほかの let を使う深さは{limits.LetDepth}段まで、使う回数は合わせて{limits.LetUses}回までです。",
                $"Lets may use each other {limits.LetDepth} deep and {limits.LetUses} times in all."));

    public Bound TooLarge(Expression syntax) =>
        Report(
            "DX253",
            syntax,
            new("規則が大きすぎます。let は使うたびにその場に書いたものとして数えます。", "The rule is too large; each use of a let counts as if the let were written in its place."),
            new("条件を短くするか、規則を分けてください。長い値の列は in [ … ] と書けます。", "Shorten the condition or divide the rule; a long row of values can be written in [ … ]."));

    public Bound EveryOfNothing(Expression list) =>
        Report(
            "DX252",
            list,
            new("every は、一覧が空のときも真になります。", "'every' is true of an empty list too."),
            new("「count(一覧) > 0 and every …」のように、先に要素があることを確かめてください。", "Ask first whether there is anything, as in: count(list) > 0 and every …"));

    public Bound NeverNull(BoundMember member) =>
        Report("DX234", member.Syntax, new($"「{member.Member.Ja}」は必ずあるため、null と比べる意味がありません。", $"'{member.Member.En}' is always there; testing it with null says nothing."));

    public Bound InItemAndOutside(NameExpression name) =>
        Report("DX235", name, new($"「{name.Name}」は、一覧の要素にも外側にもあります。", $"'{name.Name}' is both a member of the item and a name outside."), new($"要素のほうは item.{name.Name} と書きます。", $"Write item.{name.Name} for the item's."));

    public Bound UnknownFunction(NameExpression name, IEnumerable<string> known) =>
        Report("DX236", name, new($"「{name.Name}」という関数はありません。", $"There is no function '{name.Name}'."), OtherWords.ForFunction(name.Name) ?? DidYouMean(name.Name, known));

    public Bound WrongCount(Function function, int found, Expression syntax) =>
        Report("DX237", syntax, new($"関数「{function.Ja}」の引数は{function.Parameters.Count}個ですが、{found}個あります。", $"Function '{function.En}' takes {function.Parameters.Count} {(function.Parameters.Count == 1 ? "argument" : "arguments")}, but here {(found == 1 ? "is 1" : $"are {found}")}."), Usage(function));

    public Bound WrongArguments(NameExpression name, Expression syntax) =>
        Report("DX237", syntax, new($"関数「{name.Name}」の引数の数か型が合いません。", $"Function '{name.Name}' does not take these arguments."));

    public Bound WrongArgument(Function function, FunctionParameter parameter, Bound found) =>
        Report("DX238", found.Syntax, new($"関数「{function.Ja}」の引数「{parameter.Ja}」は{parameter.Type.Ja}ですが、{found.Type.Ja}が渡されています。", $"Argument '{parameter.En}' of function '{function.En}' is of type {parameter.Type.En}, but {found.Type.En} is given."), Usage(function));

    public Bound NotAList(Bound found) =>
        Report("DX239", found.Syntax, new($"一覧が必要ですが、{found.Type.Ja}です。", $"A list is expected, but this is of type {found.Type.En}."));

    public Bound EmptyList(Expression syntax) =>
        Report("DX240", syntax, new("空の一覧 [] は規則では使えません。", "The empty list [] cannot be used in a rule."));

    public Bound MixedList(Expression syntax, FeelType first, Bound other) =>
        Report("DX241", other.Syntax, new($"一覧の要素の型がそろっていません（{first.Ja}と{other.Type.Ja}）。", $"The items of a list must be of one type, but here are {first.En} and {other.Type.En}."));

    public Bound IndexInRule(FilterExpression syntax) =>
        Report(
            "DX242",
            syntax.Condition,
            new("規則では番号で要素を選べません。並び順は資料により変わります。", "A rule cannot pick an item by its position: the order differs from document to document."),
            new("最新実績・判定実績・前年を使うか、条件で選んでください。", "Use latestActual, judgedActual or previousYear, or select by a condition."));

    public Bound ListsOfLists(PathExpression step) =>
        Report("DX243", step, step.NameSpan, new($"一覧の要素ごとの一覧「{step.Name}」は、まとめて読めません。", $"'{step.Name}' is a list in each item of a list; such paths do not flatten."), new("for か some で一つずつ見てください。", "Look at the items one by one with for or some."));

    public Bound RangeToCount(Expression syntax) =>
        Report("DX244", syntax, new("終わりが count(…) の範囲は、空のとき 1..0 と逆に数えます。", "A range that ends at count(…) counts down, 1..0, when the list is empty."), new("一覧そのものを for で回してください。", "Loop over the list itself."));

    public Bound BadTemporal(string literal, Expression syntax) =>
        Report("DX245", syntax, new($"「{literal}」は日付でも期間でもありません。", $"'{literal}' is neither a date nor a duration."), new("日付は 2025-03-31、日数は P90D、月数は P12M のように書きます。", "Write dates as 2025-03-31, days as P90D, months as P12M."));

    public Bound LetReadsItself(LetSymbol let, Expression syntax) =>
        Report("DX246", syntax, new($"let「{let.Ja}」が自分自身を使っています。", $"The let '{let.En}' uses itself."));

    public Bound NamedArguments(Expression syntax) =>
        Report("DX247", syntax, new("規則では名前付きの引数を使えません。", "A rule cannot use named arguments."));

    public Bound NotInRules(Expression syntax) =>
        Report("DX248", syntax, new("この書き方は規則では使えません。", "This form cannot be used in a rule."));

    public Bound NotAPath(Expression syntax) =>
        Report("DX249", syntax, new("項目の名前か「目標.値」のような道筋が必要です。", "A member, or a path such as target.value, is expected here."));

    private static LocalizedText? DidYouMean(string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } near ? new($"「{near}」ではありませんか。", $"Did you mean '{near}'?") : null;

    private static LocalizedText Usage(Function function) => new(
        $"{function.Ja}({string.Join("、", function.Parameters.Select(p => $"{p.Ja}: {p.Type.Ja}"))})",
        $"{function.En}({string.Join(", ", function.Parameters.Select(p => $"{p.En}: {p.Type.En}"))})");

    private static LocalizedText? WordsHaveNoOrder(Bound left, Bound right) =>
        (left.Type as EnumType ?? right.Type as EnumType) is { Words: [.., var one, var other] } && (left.Type == FeelType.Text || right.Type == FeelType.Text)
            ? new($"値に大小はありません。使う値を並べます。例: in (\"{one.Ja}\", \"{other.Ja}\")", $"Its words have no order; list those that are meant, as in: in (\"{one.En}\", \"{other.En}\")")
            : null;

    private static LocalizedText? QuotedNumber(Bound left, Bound right)
    {
        var text = left is BoundConstant { Value: string } ? left : right;
        var other = ReferenceEquals(text, left) ? right : left;
        return text is BoundConstant { Value: string value } && other.Type == FeelType.Number && decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? new($"引用符を外して {value} と書きます。", $"Write {value} without quotes.")
            : null;
    }

    private static LocalizedText ComparableWith(Bound left, Bound right) => left.Type == FeelType.Date || right.Type == FeelType.Date
        ? new("日付は日付と比べます。決まった日は date(\"2025-03-31\") と書きます。", "Compare a date with a date; a certain day is written date(\"2025-03-31\").")
        : new("同じ種類の値どうしを比べます。", "Compare values of one type.");

    private Bound Report(string code, Expression syntax, LocalizedText message, LocalizedText? hint = null) =>
        Report(code, syntax, syntax.Span, message, hint);

    private Bound Report(string code, Expression? syntax, TextSpan span, LocalizedText message, LocalizedText? hint = null)
    {
        var at = text();
        var diagnostic = new Diagnostic(code, DiagnosticSeverity.Error, message, at.Source, at.InSource(span), hint);

        // A let is looked at wherever it is used; what is wrong in it is told once.
        if (diagnostics.Count < limits.RuleErrors && !diagnostics.Any(d => d.Code == code && d.Span == diagnostic.Span && d.Source == diagnostic.Source))
            diagnostics.Add(diagnostic);
        return new BoundError(syntax ?? new MissingExpression(span));
    }
}
