using System.Collections;
using System.Globalization;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Writes values as people read them, in one language: with unit and per cent, dates as the host writes them.</summary>
internal sealed class ValueWriter(Schema schema)
{
    private static readonly CultureInfo Digits = CultureInfo.InvariantCulture;

    /// <summary>The value in words. A <see cref="FactSet"/> stands for something unknown, or where it misses no facts, like null for something that is not there.</summary>
    /// <param name="unit">Set behind numbers.</param>
    /// <param name="isRatio">Whether numbers are read as per cent.</param>
    public string Write(object? value, Language language, string? unit = null, bool isRatio = false) => value switch
    {
        null => NoneIn(language),
        FactSet missing => missing.HasFacts ? UnknownIn(language) : NoneIn(language),
        AtLeast count => language == Language.Japanese ? Number(count.Count, language, unit, false) + "以上" : "at least " + Number(count.Count, language, unit, false),
        decimal number => Number(number, language, unit, isRatio),
        bool truth => language == Language.Japanese ? (truth ? "はい" : "いいえ") : truth ? "yes" : "no",
        string text => text,
        Enum word => Word(word, language),
        DaysDuration days => language == Language.Japanese ? Inv($"{days.Span.Days}日") : Inv($"{days.Span.Days} {(Math.Abs(days.Span.Days) == 1 ? "day" : "days")}"),
        MonthsDuration months => Months(months.Months, language),
        MonthDay day => language == Language.Japanese ? Inv($"{day.Month}月{day.Day}日") : day.ToString(),
        IEnumerable list => string.Join(language == Language.Japanese ? "、" : ", ", list.Cast<object?>().Select(item => Write(item, language, unit, isRatio))),
        _ => schema.WriteValue(value, language) ?? Convert.ToString(value, Digits)!,
    };

    /// <summary>Whether people read the value as per cent.</summary>
    public static bool IsRatio(Bound bound) => bound switch
    {
        BoundMember member => member.Member.IsRatio,
        BoundParameter parameter => parameter.Parameter.IsRatio,
        BoundAggregate { Aggregate: Aggregate.Share } => true,
        BoundAggregate { Aggregate: Aggregate.Min or Aggregate.Max or Aggregate.Mean } of => IsRatio(of.List),
        BoundFor loop => IsRatio(loop.Body),
        BoundLet let => IsRatio(let.Body),
        _ => false,
    };

    private static string NoneIn(Language language) => language == Language.Japanese ? "なし" : "none";

    private static string UnknownIn(Language language) => language == Language.Japanese ? "不明" : "unknown";

    // Rounded for showing only, half away from zero; rules judge the whole number.
    private static string Number(decimal number, Language language, string? unit, bool isRatio)
    {
        if (isRatio)
            return Math.Round(number * 100, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", Digits) + "%";

        var digits = DigitsOf(number, isMaybeYear: unit is null && Math.Abs(number) < 10_000);
        return unit is null ? digits : language == Language.Japanese || unit.StartsWith('%') ? digits + unit : digits + " " + unit;
    }

    // A bare number of four digits may be a year; all others are set in thousands. Most numbers are small and whole.
    private static string DigitsOf(decimal number, bool isMaybeYear) => number is > 0 and < 1_000 && decimal.IsInteger(number)
        ? ((int)number).ToString(Digits)
        : Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString(isMaybeYear ? "0.##" : "#,0.##", Digits);

    private string Word(Enum word, Language language)
    {
        var type = schema.Enums.FirstOrDefault(t => t.Clr == word.GetType());
        return type is null ? word.ToString() : language == Language.Japanese ? type.WordOf(word).Ja : type.WordOf(word).En;
    }

    private static string Months(int months, Language language)
    {
        if (months % 12 == 0 && months != 0)
            return language == Language.Japanese ? Inv($"{months / 12}年") : Inv($"{months / 12} {(months == 12 ? "year" : "years")}");
        return language == Language.Japanese ? Inv($"{months}か月") : Inv($"{months} {(months == 1 ? "month" : "months")}");
    }

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
