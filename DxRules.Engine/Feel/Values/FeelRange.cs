namespace DxRules.Engine.Feel.Values;

/// <summary>FEEL's range. [1..null] has an unknown end, so that nothing can be said to lie in it; (&gt;= 1) has no end.</summary>
/// <param name="Start">Its first value, or null where it has none or it is unknown.</param>
/// <param name="IncludesStart">Whether the start itself lies in it.</param>
/// <param name="End">Its last value, or null where it has none or it is unknown.</param>
/// <param name="IncludesEnd">Whether the end itself lies in it.</param>
/// <param name="Form">How it was written.</param>
internal sealed record FeelRange(object? Start, bool IncludesStart, object? End, bool IncludesEnd, RangeForm Form = RangeForm.Interval)
{
    public static FeelRange Below(object? end, bool includesEnd) => new(null, false, end, includesEnd, RangeForm.WithoutStart);

    public static FeelRange Above(object? start, bool includesStart) => new(start, includesStart, null, false, RangeForm.WithoutEnd);

    /// <summary>(= value)</summary>
    public static FeelRange Only(object? value) => new(value, true, value, true);

    /// <summary>(!= value): all but the value.</summary>
    public static FeelRange AllBut(object? value) => new(value, true, value, true, RangeForm.AllBut);

    /// <summary>Whether the value lies in it; null where it cannot be compared with the ends.</summary>
    public bool? Contains(object? value, NullReasons? reasons = null)
    {
        if (Form == RangeForm.AllBut)
            return Operators.Not(Operators.Equal(value, Start, reasons)) as bool?;
        var afterStart = Form == RangeForm.WithoutStart ? true
            : IncludesStart ? Operators.LessOrEqual(Start, value, reasons) : Operators.Less(Start, value, reasons);
        var beforeEnd = Form == RangeForm.WithoutEnd ? true
            : IncludesEnd ? Operators.LessOrEqual(value, End, reasons) : Operators.Less(value, End, reasons);
        return afterStart == null || beforeEnd == null ? null : afterStart.Value && beforeEnd.Value;
    }
}

internal enum RangeForm
{
    /// <summary>[a..b] and its mixtures.</summary>
    Interval,

    /// <summary>(&lt; b), (&lt;= b)</summary>
    WithoutStart,

    /// <summary>(&gt; a), (&gt;= a)</summary>
    WithoutEnd,

    /// <summary>(!= a)</summary>
    AllBut,
}
