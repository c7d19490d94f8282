using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>Where an expression means something else in a rule than in the standard, which <c>eval</c> and the conformance cases follow.</summary>
internal static class ModeDifferences
{
    public const string Undetermined = "?";
    public const string NotApplicable = "n/a";
    public const string Fault = "fault ";

    /// <summary>Around each expression stands a phase of which neither end nor status is known, and which is not complete.</summary>
    public static IReadOnlyList<ModeDifference> All { get; } =
    [
        // What is missing.
        Of("状態 = \"完了\"", "status = \"completed\"", "?", "false", "書かれていない事実は「違う値」ではありません。", "A fact that nobody wrote down is not another value."),
        Of("状態 != \"完了\"", "status != \"completed\"", "?", "true", "同じ理由です。書き忘れが指摘になりません。", "For the same reason: an omission raises no alert."),
        Of("状態 in (\"完了\", \"中止\")", "status in (\"completed\", \"cancelled\")", "?", "false", "`in` は等しいかどうかを順に問うことと同じです。", "`in` asks for one equality after the other."),
        Of("終了日 < 基準日", "end < asOfDate", "?", "null", "どちらも分かりませんが、規則は足りない項目を挙げます。", "Neither knows, but the rule names what is missing."),
        Of("if 終了日 < 基準日 then true else false", "if end < asOfDate then true else false", "?", "false", "条件が分からないときに `else` を採ると、書き忘れが「問題なし」になります。", "Taking `else` where the condition is unknown would turn an omission into \"all is well\"."),
        Of("count([基準日, 終了日][item < 基準日]) = 0", "count([asOfDate, end][item < asOfDate]) = 0", "?", "true", "条件が分からない要素は、除かずに「不確か」として残します。", "An item whose condition is unknown is kept as uncertain, not dropped."),
        Of("終了日 = null", "end = null", "DX232", "true", "`needs` の事実は、ないことを条件にできません。", "A needed fact cannot be tested for absence."),
        Of("題名 = null", "title = null", "DX234", "false", "必ずある項目です。", "This member is always there."),
        Of("完了日 < 基準日", "completedOn < asOfDate", "DX231", "null", "まだ起きていないかもしれないことは、先に `!= null` で確かめます。", "What may not have happened is asked with `!= null` first."),
        Of("1 < null", "1 < null", "DX250", "null", "`null` は、あるかないかを問うときだけ書けます。", "`null` stands only in a test of absence."),
        Of("count(null) = 0", "count(null) = 0", "DX250", "false", "標準では一覧がなければ数もありません。", "In the standard there is no count of no list."),

        // Names and types.
        Of("終了日付 < 基準日", "endd < asOfDate", "DX220", "null", "書き間違えた名前は、標準では値のない名前です。", "In the standard a misspelt name is one without a value."),
        Of("前段.終了日付 = 基準日", "previous.endd = asOfDate", "DX221", "false", "書き間違えた項目も同じです。", "A misspelt member likewise."),
        Of("状態 = \"終了\"", "status = \"done\"", "DX223", "false", "決まった語にない語とは、決して等しくなりません。", "A word outside the closed set would never be equal."),
        Of("1 = \"1\"", "1 = \"1\"", "DX225", "null", "型の違う値は比べられません。", "Values of different types do not compare."),
        Of("1 < \"2\"", "1 < \"2\"", "DX225", "null", "大小も同じです。", "Nor is one less than the other."),
        Of("題名 + 1 = \"設計1\"", "title + 1 = \"Design1\"", "DX227", "false", "文字列と数は足せません。数は `string(…)` で文字列にします。", "A text and a number do not add; `string(…)` makes a text of a number."),
        Of("duration(\"P30D\") < duration(\"P1M\")", "duration(\"P30D\") < duration(\"P1M\")", "DX226", "null", "月の長さは一定でありません。", "Months differ in length."),
        Of("date(\"2025-02-30\") < 基準日", "date(\"2025-02-30\") < asOfDate", "DX245", "null", "ない日付は、読み込むときに分かります。", "A day that does not exist is seen when the rule is loaded."),
        Of("true and \"はい\"", "true and \"yes\"", "DX228", "null", "真偽のほかは条件になりません。", "Nothing but true and false is a condition."),
        Of("if 1 then true else false", "if 1 then true else false", "DX228", "false", "`if` の条件も同じです。", "The condition of an `if` likewise."),
        Of("最大値(1, 2) = 2", "maximum(1, 2) = 2", "DX236", "false", "ない関数は、標準では null を返します。", "In the standard a function that does not exist gives null."),
        Of("abs(\"1\") = 1", "abs(\"1\") = 1", "DX238", "false", "引数の型も読み込むときに確かめます。", "Types of arguments are checked when the rule is loaded."),
        Of("１ = 1", "１ = 1", "DX205", "false", "全角の数字は、標準では名前の一部です。", "In the standard a full-width digit is part of a name."),

        // Lists.
        Of("[3, 1, 2][-1] = 2", "[3, 1, 2][-1] = 2", "DX242", "true", "並び順は資料により変わるため、番号では選びません。", "The order differs from document to document, so that nothing is chosen by position."),
        Of("count(基準日) = 1", "count(asOfDate) = 1", "DX239", "true", "一つの値は一覧ではありません。", "One value is no list."),
        Of("count([]) = 0", "count([]) = 0", "DX240", "true", "空の一覧には型がありません。", "An empty list has no type."),
        Of("count([1, \"a\"]) = 2", "count([1, \"a\"]) = 2", "DX241", "true", "一覧の要素は一つの型です。", "The items of a list are of one type."),
        Of("count(計画.取組.区間) = 2", "count(plan.initiatives.phases) = 2", "DX243", "true", "標準では一覧の一覧になります。", "In the standard this is a list of lists."),
        Of("count(取組.区間[題名 = \"設計\"]) = 1", "count(initiative.phases[title = \"Design\"]) = 1", "DX235", "true", "題名は要素にも外側にもあります。要素のものは `item.題名` です。", "There is a title of the item and one outside; the item's is `item.title`."),
        Of("every 区 in 取組.区間 satisfies 区.題名 != \"\"", "every p in initiative.phases satisfies p.title != \"\"", "DX252", "true", "空の一覧でも真になるため、先に数を確かめます。", "It is true of an empty list, so that the count is asked first."),
        Of("sum(for i in 1..count(取組.区間) return i) = 3", "sum(for i in 1..count(initiative.phases) return i) = 3", "DX244", "true", "一覧が空なら 1、0 と逆に数えます。", "With an empty list it counts down, 1, 0."),

        // What comes of computing.
        Of("1 / 0 > 0", "1 / 0 > 0", "n/a", "null", "割れないときは、問いが当てはまりません。", "Where nothing can be divided, the question does not apply."),
        Of("max([1, 2][item > 5]) > 0", "max([1, 2][item > 5]) > 0", "n/a", "null", "空の一覧に最大の値はありません。", "An empty list has no greatest item."),
        Of("9999999999999999999999999999 * 10 > 0", "9999999999999999999999999999 * 10 > 0", "fault DX301", "null", "桁あふれは黙って null にせず、報告書に挙げます。", "An overflow is not silently null, but told in the report."),

        // What rules do without.
        Of("{年度: 2025}.年度 = 2025", "{year: 2025}.year = 2025", "DX248", "true", "規則の値は計画の項目から来ます。", "The values of rules come from the plan."),
        Of("(function(x) x + 1)(2) = 3", "(function(x) x + 1)(2) = 3", "DX248", "true", "同じ式は `let` で名付けます。", "An expression used twice is named by a `let`."),
        Of("1 instance of number", "1 instance of number", "DX248", "true", "型は読み込むときに決まっています。", "Types are settled when the rule is loaded."),
        Of("today() = today()", "today() = today()", "DX236", "true", "いつ実行しても同じ結果になるよう、基準日を使います。", "Rules use asOfDate, so that the day of the run changes nothing."),
        Of("abs(n: -1) = 1", "abs(n: -1) = 1", "DX247", "true", "引数は順に書きます。", "Arguments are written in order."),
    ];

    /// <summary>The section of the language page.</summary>
    public static void Write(MarkdownPage page)
    {
        page.Paragraph("## " + page.Pick("二つの読み方の違い", "Where the two modes differ"));
        page.Paragraph(page.Pick(
            "`dxrules eval` と適合試験は、式を標準のとおりに読みます。標準では、うまくいかないことは何でも null になり、計算が続きます。規則は黙って「指摘なし」になってはならないため、次の式を違うように読みます。\n"
                + "どの式も、終了日と状態が書かれていない未完了の区間（題名は「設計」、取組の区間は二つ）について問うたものです。この表は試験で実行しています。",
            "`dxrules eval` and the conformance cases read expressions as the standard does: whatever goes wrong becomes null, and evaluation goes on.\n"
                + "A rule must never be silently quiet, and so reads these expressions in another way. Each is asked of a phase that is not complete, of which\n"
                + "neither end nor status was written down (its title is \"Design\"; its initiative has two phases). A test runs this table."));
        page.Head(page.Pick("式", "Expression"), page.Pick("規則で", "In a rule"), page.Pick("標準（eval）で", "In the standard (eval)"), page.Pick("理由", "Why"));
        foreach (var difference in All)
            page.Row($"`{page.Pick(difference.Expression)}`", page.Pick(InWords(difference.InRule)), $"`{difference.InStandard}`", page.Pick(difference.Why));
    }

    private static LocalizedText InWords(string outcome) => outcome switch
    {
        Undetermined => new("判定不能", "undetermined"),
        NotApplicable => new("対象外", "not applicable"),
        _ when outcome.StartsWith(Fault, StringComparison.Ordinal) => new($"不具合 {outcome[Fault.Length..]}", outcome),
        _ when outcome.StartsWith("DX", StringComparison.Ordinal) => new($"誤り {outcome}", $"error {outcome}"),
        _ => new($"`{outcome}`", $"`{outcome}`"),
    };

    private static ModeDifference Of(string ja, string en, string inRule, string inStandard, string whyJa, string whyEn) =>
        new(new(ja, en), inRule, inStandard, new(whyJa, whyEn));
}

/// <param name="Expression">With the names of each language.</param>
/// <param name="InRule">A value, a code of an error at loading, or one of the constants of <see cref="ModeDifferences"/>.</param>
/// <param name="InStandard">The value.</param>
internal sealed record ModeDifference(LocalizedText Expression, string InRule, string InStandard, LocalizedText Why);
