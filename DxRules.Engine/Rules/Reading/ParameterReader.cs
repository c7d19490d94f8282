using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads parameters, their values and bounds.</summary>
internal sealed partial class ParameterReader(NodeReader reader)
{
    public static readonly IReadOnlyDictionary<string, ParameterType> Types = new Dictionary<string, ParameterType>
    {
        ["number"] = ParameterType.Number,
        ["percent"] = ParameterType.Percent,
        ["days"] = ParameterType.Days,
        ["months"] = ParameterType.Months,
        ["date"] = ParameterType.Date,
        ["monthDay"] = ParameterType.MonthDay,
        ["text"] = ParameterType.Text,
        ["boolean"] = ParameterType.Boolean,
        ["enum"] = ParameterType.Enum,
    };

    /// <summary>The parameters of a mapping name → definition. One that cannot be read is there all the same, without type and value: its name is known.</summary>
    public List<ParameterDefinition> ReadAll(YamlNode? node, LocalizedText what)
    {
        if (node is null || reader.Mapping(node, what) is not { } mapping)
            return [];
        if (mapping.Entries.Count == 0)
            reader.Report(RuleErrors.Empty(reader.Source, mapping.Span, what));
        return [.. mapping.Entries.Select(Read)];
    }

    /// <summary>Another value for a parameter, within its bounds, or null with a diagnostic.</summary>
    public object? ReadChanged(YamlScalar scalar, ParameterDefinition parameter)
    {
        if (parameter.Type is not { } type || ReadValue(scalar, type, parameter.Words) is not { } value)
            return null;
        if (!IsOutside(value, parameter.Min, parameter.Max))
            return value;
        reader.Report(RuleErrors.OutOfBounds(reader.Source, scalar.Span, scalar.Value, Written(parameter.Min, type), Written(parameter.Max, type)));
        return null;
    }

    /// <summary>The value that a file would mean by a text; null where it is none of the parameter's type.</summary>
    public static object? Find(string written, ParameterDefinition parameter) => parameter.Type is { } type ? Parse(written.Trim(), type, parameter.Words) : null;

    /// <summary>How a value stands to the bounds of a parameter: below the least (−1), within (0), above the greatest (1).</summary>
    public static int Side(object value, ParameterDefinition parameter) =>
        parameter.Min is { } min && Compare(value, min) < 0 ? -1 : parameter.Max is { } max && Compare(value, max) > 0 ? 1 : 0;

    private object? ReadValue(YamlScalar scalar, ParameterType type, IReadOnlyList<string> words)
    {
        var value = Parse(scalar.Value.Trim(), type, words);
        if (value is null)
            reader.Report(RuleErrors.BadValue(reader.Source, scalar.Span, type, scalar.Value, words));
        return value;
    }

    private ParameterDefinition Read(YamlEntry entry)
    {
        var name = new Located<string>(entry.Key.Value, entry.Key.Span);
        var what = RuleErrors.Parameter(name.Value);
        reader.IsName(name, isEnglish: false);
        if (reader.Mapping(entry.Value, what) is not { } mapping)
            return new ParameterDefinition(name, NoName(name), null, null, null, null, null, []);

        var entries = new MappingReader(reader, mapping, what);
        var en = reader.Word(entries.Required("en"), RuleErrors.Key("en"));
        if (en is { } english)
            reader.IsName(english, isEnglish: true);
        var type = reader.OneOf(entries.Required("type"), RuleErrors.Key("type"), Types);
        var words = ReadWords(entries, type);
        var value = ReadValue(entries.Required("value"), "value", type, words);

        // Where the value does not fit the type, the type may be what is wrong: then the bounds would only say so again.
        var min = ReadBound(entries, "min", type, isReadable: value is not null);
        var max = ReadBound(entries, "max", type, isReadable: value is not null);
        var help = reader.Localized(entries.Optional("help"), RuleErrors.Key("help"));
        entries.Close();
        CheckBounds(value, min, max);
        return new ParameterDefinition(name, en ?? NoName(name), type, value, min?.Value, max?.Value, help, words);
    }

    private static Located<string> NoName(Located<string> at) => new("", at.Span);

    private List<string> ReadWords(MappingReader entries, ParameterType? type)
    {
        var node = type == ParameterType.Enum ? entries.Required("values") : entries.Optional("values");
        if (node is not null && type is not (ParameterType.Enum or null))
            reader.Report(RuleErrors.OnlyFor(reader.Source, entries.Entry("values")!.Key.Span, "values", "enum"));
        return [.. reader.Words(node, RuleErrors.Key("values")).Select(word => word.Value)];
    }

    private Located<object>? ReadValue(YamlNode? node, string key, ParameterType? type, IReadOnlyList<string> words)
    {
        if (node is null || type is not { } known || reader.Text(node, RuleErrors.Key(key)) is not { } scalar)
            return null;
        return ReadValue(scalar, known, words) is { } value ? new Located<object>(value, scalar.Span) : null;
    }

    private Located<object>? ReadBound(MappingReader entries, string key, ParameterType? type, bool isReadable)
    {
        if (entries.Entry(key) is not { } entry)
            return null;
        if (type is ParameterType.Text or ParameterType.Boolean or ParameterType.Enum)
        {
            reader.Report(RuleErrors.OnlyFor(reader.Source, entry.Key.Span, key, "number percent days months date monthDay"));
            return null;
        }
        return isReadable ? ReadValue(entry.Value, key, type, []) : null;
    }

    private void CheckBounds(Located<object>? value, Located<object>? min, Located<object>? max)
    {
        if (min is { } low && max is { } high && Compare(low.Value, high.Value) > 0)
            reader.Report(RuleErrors.BoundsCrossed(reader.Source, low.Span));
        else if (value is { } given && IsOutside(given.Value, min?.Value, max?.Value))
            reader.Report(RuleErrors.OutOfBounds(reader.Source, given.Span, TextAt(given.Span), min is { } l ? TextAt(l.Span) : null, max is { } h ? TextAt(h.Span) : null));
    }

    /// <summary>A value as a file writes it.</summary>
    public static string? Written(object? value, ParameterType? type) => value switch
    {
        null => null,
        DaysDuration days => FormattableString.Invariant($"P{days.Span.Days}D"),
        MonthsDuration months => FormattableString.Invariant($"P{months.Months}M"),
        decimal share when type == ParameterType.Percent => FormattableString.Invariant($"{share * 100:0.############}%"),
        bool truth => truth ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static bool IsOutside(object value, object? min, object? max) =>
        (min is not null && Compare(value, min) < 0) || (max is not null && Compare(value, max) > 0);

    private static int Compare(object left, object right) => (left, right) switch
    {
        (DaysDuration a, DaysDuration b) => a.CompareTo(b),
        (MonthsDuration a, MonthsDuration b) => a.CompareTo(b),
        (MonthDay a, MonthDay b) => a.CompareTo(b),
        _ => ((IComparable)left).CompareTo(right),
    };

    private string TextAt(TextSpan span) => reader.Source.Content.Substring(span.Start, span.Length);

    internal static object? Parse(string text, ParameterType type, IReadOnlyList<string> words) => type switch
    {
        ParameterType.Number => Number(text),
        ParameterType.Percent => text.EndsWith('%') && Number(text[..^1].TrimEnd()) is { } percent ? percent / 100 : null,
        ParameterType.Days => DaysForm().Match(text) is { Success: true } days ? new DaysDuration(TimeSpan.FromDays(Count(days, 1))) : null,
        ParameterType.Months => MonthsForm().Match(text) is { Success: true } months ? new MonthsDuration((Count(months, 1) * 12) + Count(months, 2)) : null,
        ParameterType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        ParameterType.MonthDay => MonthDayOf(text),
        ParameterType.Boolean => text switch { "true" => true, "false" => false, _ => null },
        ParameterType.Enum => words.Contains(text) ? text : null,
        _ => text,
    };

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Count(Match match, int group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static MonthDay? MonthDayOf(string text)
    {
        // 2023 is no leap year: 29 February is refused with the days that never exist.
        return DateOnly.TryParseExact("2023-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new MonthDay(day.Month, day.Day)
            : null;
    }

    [GeneratedRegex(@"^P(\d{1,6})D$")]
    private static partial Regex DaysForm();

    [GeneratedRegex(@"^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?$")]
    private static partial Regex MonthsForm();
}
