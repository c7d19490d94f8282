namespace DxRules.Tests.Engine.Evaluation;

/// <summary>What conditions say in rules, case by case, where the conformance kit is thin. true = warning, false = quiet, unknown = 判定不能.</summary>
public sealed class RuleLanguageTableTests
{
    /// <summary>Budget and end are unknown, the rest is there; in <c>U</c> stands a condition that is unknown, in <c>T</c> and <c>F</c> one that is not.</summary>
    private static readonly TestPlan Plan = new() { Id = "p", Published = new(2024, 2, 29), Policies = [new() { Id = "a" }, new() { Id = "b" }] };

    private static readonly TestInitiative Initiative = new()
    {
        Id = "i",
        Phases =
        [
            new() { Id = "1", Start = new(2024, 4, 1), End = new(2025, 3, 31), Status = TestStatus.Completed },
            new() { Id = "2", Start = new(2025, 4, 1), End = null, Status = null },
        ],
    };

    public static TheoryData<string, string> Logic() => new()
    {
        { "T and U", "?" }, { "U and T", "?" }, { "F and U", "false" }, { "U and F", "false" }, { "U and U", "?" },
        { "T or U", "true" }, { "U or T", "true" }, { "F or U", "?" }, { "U or F", "?" }, { "U or U", "?" },
        { "not(U)", "?" }, { "not(T)", "false" }, { "not(F)", "true" }, { "not(U and F)", "true" },
        { "if U then T else T", "?" }, { "if T then U else F", "?" }, { "if F then U else T", "true" },
        { "(U) = true", "?" }, { "(U) in (true, false)", "?" }, { "T in (true, (U))", "true" }, { "F in (true, (U))", "?" },
        { "some b in [T, (U)] satisfies b", "true" }, { "some b in [F, (U)] satisfies b", "?" }, { "some b in [F, F] satisfies b", "false" },
        { "every b in [T, (U)] satisfies b", "?" }, { "every b in [F, (U)] satisfies b", "false" }, { "every b in [T, T] satisfies b", "true" },
        { "count([T, (U)]) = 2", "true" }, { "count([T, (U)][item]) = 2", "?" }, { "count([F, (U)][item]) = 0", "?" }, { "count([T, F][item]) = 1", "true" },
        { "list contains([T, (U)], true)", "true" }, { "list contains([F, (U)], true)", "?" },
        { "割合以上([T, T, T, (U)], 0.5)", "true" }, { "割合以上([F, F, F, (U)], 0.5)", "false" }, { "割合以上([T, F, (U), (U)], 0.5)", "?" },
        { "割合([T, (U)]) > 0", "?" },
    };

    public static TheoryData<string, string> Unknowns() => new()
    {
        { "予算 = 1", "?" }, { "予算 != 1", "?" }, { "予算 < 1", "?" }, { "予算 >= 1", "?" }, { "予算 + 1 > 0", "?" }, { "1 - 予算 > 0", "?" },
        { "予算 * 0 = 0", "?" }, { "予算 / 2 = 1", "?" }, { "2 ** 予算 > 0", "?" }, { "-予算 < 0", "?" }, { "予算 between 1 and 2", "?" },
        { "1 between 0 and 予算", "?" }, { "予算 in [1..2]", "?" }, { "予算 in (1, 2)", "?" }, { "予算 = 予算", "?" },
        { "sum([1, 予算]) > 0", "?" }, { "min([1, 予算]) < 2", "?" }, { "max([1, 予算]) > 0", "?" }, { "mean([1, 予算]) > 0", "?" }, { "count([1, 予算]) = 2", "true" },
        { "list contains([1, 予算], 1)", "true" }, { "list contains([2, 予算], 1)", "?" }, { "some n in 1..予算 satisfies n = 1", "?" },
        { "終了日 > 基準日", "?" }, { "終了日 + duration(\"P1M\") > 基準日", "?" }, { "(終了日 - 基準日).days > 0", "?" }, { "年度(終了日) = 2025", "?" },
        { "予算 = 1 and 終了日 > 基準日 and 題名 = \"\"", "false" }, { "予算 = 1 or 終了日 > 基準日 or 題名 != \"\"", "true" },
    };

    public static TheoryData<string, string> Known() => new()
    {
        { "sum([1, 2, 3]) = 6", "true" }, { "min([3, 1, 2]) = 1", "true" }, { "max([3, 1, 2]) = 3", "true" }, { "mean([1, 2]) = 1.5", "true" },
        { "sum(1, 2, 3) = 6", "true" }, { "min(基準日, date(\"2024-01-01\")) = date(\"2024-01-01\")", "true" }, { "max(\"あ\", \"い\") = \"い\"", "true" },
        { "count(施策) = 2", "true" }, { "count(施策[item.題名 = \"題名a\"]) = 1", "true" }, { "count(for s in 施策 return s.題名) = 2", "true" },
        { "some s in 施策 satisfies s.題名 = \"題名b\"", "true" }, { "some a in [1, 2], b in [3, 4] satisfies a + b = 6", "true" },
        { "sum(for a in 1..3, b in a..3 return a * b) = 25", "true" }, { "sum(for n in 3..1 return n) = 6", "true" },

        // Fiscal years run from 1 April to 31 March.
        { "年度(date(\"2025-03-31\")) = 2024", "true" }, { "年度(date(\"2025-04-01\")) = 2025", "true" }, { "今年度 = 2025", "true" },
        { "count(年度列(2023, 2025)) = 3", "true" }, { "count(年度列(2025, 2023)) = 0", "true" }, { "count(年度列(2025, 2025)) = 1", "true" },

        // A month added to a month's end stays at the month's end; what is added and taken away again may differ.
        { "date(\"2025-01-31\") + duration(\"P1M\") = date(\"2025-02-28\")", "true" },
        { "date(\"2024-01-31\") + duration(\"P1M\") = date(\"2024-02-29\")", "true" },
        { "date(\"2024-02-29\") + duration(\"P1Y\") = date(\"2025-02-28\")", "true" },
        { "date(\"2024-02-29\") + duration(\"P4Y\") = date(\"2028-02-29\")", "true" },
        { "date(\"2025-03-31\") - duration(\"P1M\") = date(\"2025-02-28\")", "true" },
        { "date(\"2025-01-31\") + duration(\"P1M\") - duration(\"P1M\") = date(\"2025-01-31\")", "false" },
        { "date(\"2024-02-28\") + duration(\"P1D\") = date(\"2024-02-29\")", "true" }, { "date(\"2025-02-28\") + duration(\"P1D\") = date(\"2025-03-01\")", "true" },
        { "(date(\"2025-03-01\") - date(\"2024-03-01\")).days = 365", "true" }, { "(date(\"2024-03-01\") - date(\"2023-03-01\")).days = 366", "true" },
        { "date(\"2025-03-31\") + duration(\"P12M\") = date(\"2026-03-31\")", "true" }, { "公表日 != null and 公表日 + duration(\"P12M\") < 基準日", "true" },

        // Decimal, not binary: a share of exactly 10 % is 10 %.
        { "0.1 + 0.2 = 0.3", "true" }, { "1 - 0.9 = 0.1", "true" }, { "3 / 30 = 0.1", "true" }, { "3 / 30 >= 0.1", "true" }, { "29 / 300 >= 0.1", "false" },
        { "1.10 = 1.1", "true" }, { "0.1 * 3 <= 0.3", "true" }, { "1 / 3 * 3 = 1", "false" }, { "割合以上([true, false, false, false, false, false, false, false, false, false], 0.1)", "true" },
        { "割合([true, false, false]) > 0.3333", "true" }, { "-0 = 0", "true" }, { "2 ** 10 = 1024", "true" }, { "-2 ** 2 = 4", "true" },

        // 28 digits are kept.
        { "1234567890123456789012345678 + 1 = 1234567890123456789012345679", "true" }, { "9999999999999999999999999999 - 1 = 9999999999999999999999999998", "true" },
        { "0.0000000000000000000000000001 > 0", "true" }, { "1234567890123456789012345678 = 1234567890123456789012345679", "false" },

        // Japanese names and texts; a name in another normal form is the same name.
        { "題名 = \"題名p\"", "true" }, { "計画.題名 = 題名", "true" }, { "plan.title = 題名", "true" }, { "題名 in (\"が\", \"題名p\")", "true" },
    };

    [Theory]
    [MemberData(nameof(Logic))]
    public void Logic_is_three_valued(string condition, string expected) =>
        Judge(condition.Replace("U", "予算 > 0").Replace("T", "(題名 != \"\")").Replace("F", "(題名 = \"\")"), condition.Contains('U') ? "needs: [予算]" : "").ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Unknowns))]
    public void Every_operator_over_an_unknown_is_unknown_unless_the_rest_decides(string condition, string expected) =>
        Judge(condition, "needs: [" + string.Join(", ", new[] { "予算", "終了日" }.Where(condition.Contains)) + "]").ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Known))]
    public void What_is_known_is_computed_exactly(string condition, string expected) =>
        Judge(condition, condition.Contains("施策") ? "needs: [施策]" : "").ShouldBe(expected);

    [Theory]
    [InlineData("count(区間[item.状態 = \"休止\"]) >= 1", "?")]
    [InlineData("some k in 区間 satisfies k.状態 = \"完了\"", "true")]
    [InlineData("some k in 区間 satisfies k.状態 = \"休止\"", "?")]
    [InlineData("every k in 区間 satisfies k.状態 = \"完了\"", "?")]
    [InlineData("every k in 区間 satisfies k.状態 = \"休止\"", "false")]
    [InlineData("max(区間.終了日) > date(\"2030-01-01\")", "?")]
    [InlineData("min(区間.開始日) = date(\"2024-04-01\")", "true")]
    [InlineData("count(区間.終了日) = 2", "true")]
    public void Members_of_lists_may_be_unknown_one_by_one(string condition, string expected)
    {
        var needs = new[] { "状態", "開始日", "終了日" }.Where(condition.Contains).Select(name => "区間." + name);
        var guard = condition.StartsWith("every", StringComparison.Ordinal) ? "count(区間) > 0 and " : "";

        Say(TestRules.Judge("取組", $"needs: [{string.Join(", ", needs)}]\nwhen: {guard}{condition}", Initiative)).ShouldBe(expected);
    }

    private static string Judge(string condition, string head) =>
        Say(TestRules.Judge("計画", (head.Length == 0 ? "" : head + "\n") + $"when: {condition}", Plan));

    private static string Say(string outcome) => outcome switch
    {
        "warning" => "true",
        "quiet" => "false",
        _ when outcome.StartsWith("判定不能", StringComparison.Ordinal) => "?",
        _ => outcome,
    };
}
