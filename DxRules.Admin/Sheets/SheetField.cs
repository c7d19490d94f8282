using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>What may be typed into a field.</summary>
internal enum SheetFieldKind
{
    Text,
    ShortText,
    Date,
    Number,
    Whole,
    Yen,
    Percent,
    Choice,
}

/// <summary>A field of a sheet.</summary>
/// <param name="Key">The subject and the way to the member: its name in the form and in drafts.</param>
/// <param name="Label">Its text is <c>sheet.field.{Label}</c>.</param>
internal sealed record SheetField(string Key, SheetFieldKind Kind, string Label)
{
    /// <summary>What the plan says, in the form of plan files (a share in per cent); null for nothing.</summary>
    public string? Value { get; init; }

    /// <summary>The enum whose words can be chosen.</summary>
    public Type? Words { get; init; }

    /// <summary>What a figure is counted in.</summary>
    public string? Unit { get; init; }
    public decimal Least { get; init; } = -LargestFigure;
    public decimal Greatest { get; init; } = LargestFigure;

    /// <summary>Whether a month alone counts from its first day.</summary>
    public bool IsStart { get; init; }

    /// <summary>The last day that can be meant; null where days to come may be.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>Whether nothing is complete without it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>What is meant where nothing is said; it stands in the field, and is no entry of anybody.</summary>
    public string? Assumed { get; init; }

    /// <summary>Characters of a text at most.</summary>
    public int Length => Kind == SheetFieldKind.Text ? LongestText : LongestShortText;

    /// <summary>Two pages of A4.</summary>
    public const int LongestText = 2000;
    public const int LongestShortText = 200;

    /// <summary>More yen than all municipalities together spend, with room.</summary>
    public const decimal LargestFigure = 1_000_000_000_000_000m;

    public static SheetField Word<T>(string key, string label, T? value) where T : struct, Enum =>
        new(key, SheetFieldKind.Choice, label) { Words = typeof(T), Value = PlanText.Of(value) };

    /// <summary>The day of something that has happened.</summary>
    public static SheetField Event(string key, string label, PlanDate? value, DateOnly today) =>
        new(key, SheetFieldKind.Date, label) { Value = PlanText.Of(value), Latest = today };
}
