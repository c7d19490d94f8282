using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

/// <summary>How points and ranges lie to each other (DMN 1.5, table 78), and the range that a text writes.</summary>
internal static class RangeFunctions
{
    private const string PointsAndRanges = "point1, point2 / point, range / range, point / range1, range2";
    private const string PointOrRange = "point, range / range1, range2";
    private const string RangeAnd = "range, point / range1, range2";
    private const string Ranges = "range1, range2";

    public static IReadOnlyList<BuiltIn> All { get; } =
    [
        Of("range", "from", new("文字列が表す範囲", "the range that the text writes"), RangeFrom),
        Of("before", PointsAndRanges, new("前にあるか", "whether the first lies before the second"), call => Ask(call, (a, b) => a.IsBefore(b))),
        Of("after", PointsAndRanges, new("後にあるか", "whether the first lies after the second"), call => Ask(call, (a, b) => b.IsBefore(a))),
        Of("meets", Ranges, new("終わりが相手の始まりに接するか", "whether the first ends where the second begins"), call => AskRanges(call, (a, b) => a.Meets(b))),
        Of("met by", Ranges, new("始まりが相手の終わりに接するか", "whether the first begins where the second ends"), call => AskRanges(call, (a, b) => b.Meets(a))),
        Of("overlaps", Ranges, new("重なるか", "whether both share a part"), call => AskRanges(call, (a, b) => a.Overlaps(b))),
        Of("overlaps before", Ranges, new("先に始まって重なるか", "whether the first begins earlier and ends within the second"), call => AskRanges(call, (a, b) => a.OverlapsBefore(b))),
        Of("overlaps after", Ranges, new("後に終わって重なるか", "whether the first begins within the second and ends later"), call => AskRanges(call, (a, b) => b.OverlapsBefore(a))),
        Of("finishes", PointOrRange, new("相手の終わりの部分か", "whether the first is an end of the second"), call => Ask(call, (a, b) => a.Finishes(b))),
        Of("finished by", RangeAnd, new("終わりの部分が相手か", "whether the second is an end of the first"), call => Ask(call, (a, b) => b.Finishes(a))),
        Of("includes", RangeAnd, new("相手を含むか", "whether the first holds the second"), call => Ask(call, (a, b) => a.Includes(b))),
        Of("during", PointOrRange, new("相手に含まれるか", "whether the first lies within the second"), call => Ask(call, (a, b) => b.Includes(a))),
        Of("starts", PointOrRange, new("相手の始まりの部分か", "whether the first is a beginning of the second"), call => Ask(call, (a, b) => a.Starts(b))),
        Of("started by", RangeAnd, new("始まりの部分が相手か", "whether the second is a beginning of the first"), call => Ask(call, (a, b) => b.Starts(a))),
        Of("coincides", "point1, point2 / range1, range2", new("一致するか", "whether both are the same"), call => Ask(call, (a, b) => a.Coincides(b))),
    ];

    private static object? Ask(BuiltInCall call, Func<Extent, Extent, bool?> ask)
    {
        if (Extent.Of(call.Single(0)) is not { } first)
            return call.Wrong<bool>(0, FunctionErrors.Comparable);
        if (Extent.Of(call.Single(1)) is not { } second)
            return call.Wrong<bool>(1, FunctionErrors.Comparable);
        return ask(first, second) is { } answer ? answer : call.Fail(FunctionErrors.NotComparable(call.Function));
    }

    private static object? AskRanges(BuiltInCall call, Func<Extent, Extent, bool?> ask)
    {
        for (var i = 0; i < 2; i++)
        {
            if (call.Single(i) is not FeelRange)
                return call.Wrong<bool>(i, FunctionErrors.Range);
        }
        return Ask(call, ask);
    }

    private static object? RangeFrom(BuiltInCall call) =>
        call.Text(0) is { } text ? RangeText.Read(text) ?? call.Fail(FunctionErrors.NotReadable(call.Function, text)) : null;

    private static BuiltIn Of(string name, string signatures, LocalizedText meaning, Func<BuiltInCall, object?> implementation) =>
        BuiltIns.Of(FunctionGroup.Range, name, signatures, meaning, implementation);
}
