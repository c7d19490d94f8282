using System.Collections;
using System.Globalization;
using System.Text.Json;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>Values of the language as a report has them: JSON numbers, ISO dates and durations, English words.</summary>
internal static class ReportValue
{
    private const string Date = "yyyy-MM-dd";

    public static string Text(DateOnly date) => date.ToString(Date, CultureInfo.InvariantCulture);

    /// <summary>The date that a text is, if it is one as <see cref="Text(DateOnly)"/> writes it.</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <exception cref="ArgumentException">The value is of a type that no report holds.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case decimal number: writer.WriteAmount(number); break;
            case int number: writer.WriteNumberValue(number); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case string text: writer.WriteStringValue(text); break;
            case DateOnly date: writer.WriteStringValue(Text(date)); break;
            case Enum word: writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(word.ToString())); break;
            case MonthDay day: writer.WriteStringValue(day.ToString()); break;
            case DaysDuration days: writer.WriteStringValue(System.Xml.XmlConvert.ToString(days.Span)); break;
            case MonthsDuration months: writer.WriteStringValue(Iso(months)); break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default: throw new ArgumentException($"A report holds no value of type {value.GetType()}.", nameof(value));
        }
    }

    private static string Iso(MonthsDuration duration)
    {
        var (years, months) = Math.DivRem(Math.Abs(duration.Months), 12);
        var sign = duration.Months < 0 ? "-" : "";
        var year = years == 0 ? "" : FormattableString.Invariant($"{years}Y");
        var month = months == 0 && years != 0 ? "" : FormattableString.Invariant($"{months}M");
        return $"{sign}P{year}{month}";
    }
}
