using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Binding;

/// <summary>What kind of value an expression gives, and the CLR type that holds it in compiled code.</summary>
internal abstract record FeelType(string Ja, string En, Type Clr)
{
    public static readonly FeelType Number = new ScalarType("数値", "number", typeof(decimal));
    public static readonly FeelType Text = new ScalarType("文字列", "text", typeof(string));
    public static readonly FeelType Boolean = new ScalarType("真偽", "boolean", typeof(bool));
    public static readonly FeelType Date = new ScalarType("日付", "date", typeof(DateOnly));
    public static readonly FeelType Days = new ScalarType("日数の期間", "days duration", typeof(DaysDuration));
    public static readonly FeelType Months = new ScalarType("月数の期間", "months duration", typeof(MonthsDuration));
    public static readonly FeelType MonthDay = new ScalarType("月日", "month and day", typeof(MonthDay));

    /// <summary>A value whose type is known only when it is there; everything in dynamic mode.</summary>
    public static readonly FeelType Any = new ScalarType("任意", "any", typeof(object));

    /// <summary>The type of <c>null</c> itself.</summary>
    public static readonly FeelType Null = new ScalarType("null", "null", typeof(object));

    /// <summary>The type of something already reported as wrong; nothing more is said about it.</summary>
    public static readonly FeelType Error = new ScalarType("エラー", "error", typeof(object));

    public bool IsError => this == Error;

    /// <summary>Whether values of this type have an order (&lt;, between, min).</summary>
    public bool IsOrdered => this == Number || this == Date || this == Days || this == Months || this == Text || this == MonthDay;

    public sealed override string ToString() => En;
}

internal sealed record ScalarType(string Ja, string En, Type Clr) : FeelType(Ja, En, Clr);

/// <summary>A closed set of words, held as a CLR enum.</summary>
internal sealed record EnumType(string Ja, string En, Type Clr, IReadOnlyList<EnumWord> Words) : FeelType(Ja, En, Clr)
{
    /// <summary>The word in either language; null where it is none of them.</summary>
    public EnumWord? Find(string word) => Words.FirstOrDefault(w => w.Ja == word || w.En == word);

    public EnumWord WordOf(object value) => Words.First(w => w.Value.Equals(value));

    public bool Equals(EnumType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Clr.GetHashCode();
}

internal sealed record EnumWord(object Value, string Ja, string En);

internal sealed record ListType(FeelType Item) : FeelType(Item.Ja + "の一覧", "list of " + Item.En, Item.Clr.MakeArrayType());
