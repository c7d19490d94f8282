namespace DxRules.Engine.PlanChecks.CSharp;

/// <summary>
/// What a condition in C# can read beside its subject. There is never one of these: conditions are taken apart, and what they ask here is
/// read as rule files read it. Called outside a condition, its members throw.
/// </summary>
public sealed class RuleContext
{
    private RuleContext()
    {
    }

    /// <summary>基準日: the day as of which everything is judged.</summary>
    public DateOnly AsOf => throw OutsideCondition();

    /// <summary>
    /// A value by its name or path as rule files write it, in either language: a parameter (<c>重大とする遅れ</c>), a measure (<c>ペース</c>), a member
    /// of what is above (<c>取組.状態</c>), a let. What may be missing needs <c>Needs</c> or a guard.
    /// </summary>
    /// <typeparam name="T">Its CLR type without ?: decimal for every number, DateOnly, MonthsDuration, DaysDuration, string, bool, the enum of a word.</typeparam>
    /// <param name="path">A constant text.</param>
    public T Value<T>(string path) => throw OutsideCondition();

    /// <summary>Whether what a path leads to is not there: a guard, as <c>= null</c> is in rule files.</summary>
    /// <param name="path">A constant text.</param>
    public bool IsNull(string path) => throw OutsideCondition();

    private static InvalidOperationException OutsideCondition() => new("This can only be read inside the condition of a rule.");
}
