using System.Globalization;
using System.Text;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Rules.Reading;

namespace DxRules.Admin.Tuning;

/// <summary>Settings as people type them: 60 for 60%, 90 for ninety days, 12 for twelve months.</summary>
internal static class SettingForm
{
    /// <summary>The name of the field for whether a rule judges: yes or no.</summary>
    public const string IsOn = "on";

    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Characters of a text parameter.</summary>
    private const int LongestText = 200;

    public static string NameOf(ParameterDefinition parameter) => $"value.{parameter.En.Value}";

    public static string NameOf(Severity severity) => $"severity.{SeverityWords.English(severity)}";

    /// <summary>All fields with what stands in them for a setting.</summary>
    public static Dictionary<string, string> Fill(TuningTarget target, Setting setting)
    {
        var fields = target.Parameters.ToDictionary(NameOf, parameter => Typed(setting.Values[parameter.Name.Value], parameter));
        foreach (var (was, now) in setting.Severities)
            fields[NameOf(was)] = SeverityWords.English(now);
        if (target.Rule is not null)
            fields[IsOn] = setting.IsOn ? Yes : No;
        return fields;
    }

    /// <summary>Reads what was typed. Where anything is wrong the setting is that of <paramref name="was"/> there.</summary>
    /// <param name="typed">The field's text; null where it was not sent.</param>
    public static (Setting Setting, IReadOnlyList<EntryProblem> Problems) Read(TuningTarget target, Setting was, Func<string, string?> typed)
    {
        var problems = new List<EntryProblem>();
        var values = target.Parameters.ToDictionary(parameter => parameter.Name.Value, parameter => ValueOf(parameter, typed(NameOf(parameter)), problems) ?? was.Values[parameter.Name.Value]);
        var severities = target.Severities.ToDictionary(severity => severity, severity => SeverityOf(severity, typed(NameOf(severity)), problems) ?? was.Severities[severity]);
        CheckOrder(target, severities, problems);
        var isOn = target.Rule is null || typed(IsOn) switch { Yes => true, No => false, _ => was.IsOn };
        return (new Setting(values, severities, isOn), problems);
    }

    /// <summary>A value as its field shows it.</summary>
    public static string Typed(object value, ParameterDefinition parameter) => value switch
    {
        decimal share when parameter.Type == ParameterType.Percent => (share * 100).ToString("0.############", CultureInfo.InvariantCulture),
        DaysDuration days => days.Span.Days.ToString(CultureInfo.InvariantCulture),
        MonthsDuration months => months.Months.ToString(CultureInfo.InvariantCulture),
        _ => ParameterReader.Written(value, parameter.Type)!,
    };

    private static object? ValueOf(ParameterDefinition parameter, string? typed, List<EntryProblem> problems)
    {
        var name = NameOf(parameter);
        var text = (typed ?? "").Normalize(NormalizationForm.FormKC).Trim();
        if (text.Length == 0)
            problems.Add(new(name, "tuning.value.missing"));
        else if (text.Length > LongestText)
            problems.Add(new(name, "tuning.value.long", LongestText));
        else if (ParameterReader.Find(AsWritten(parameter.Type == ParameterType.Text ? typed!.Trim() : text, parameter.Type), parameter) is not { } value)
            problems.Add(new(name, $"tuning.bad.{parameter.Type}"));
        else if (ParameterReader.Side(value, parameter) is var side and not 0)
            problems.Add(new(name, side < 0 ? "tuning.tooSmall" : "tuning.tooLarge", new ValueBound((side < 0 ? parameter.Min : parameter.Max)!, parameter)));
        else
            return value;
        return null;
    }

    // Who knows how files write it may type it so as well.
    private static string AsWritten(string text, ParameterType? type) => type switch
    {
        ParameterType.Percent => text.EndsWith('%') ? text : text + "%",
        ParameterType.Days => text.StartsWith('P') ? text : $"P{text}D",
        ParameterType.Months => text.StartsWith('P') ? text : $"P{text}M",
        _ => text,
    };

    private static Severity? SeverityOf(Severity severity, string? typed, List<EntryProblem> problems)
    {
        if (SeverityWords.Find(typed ?? "") is { } known)
            return known;
        problems.Add(new(NameOf(severity), "tuning.severity.missing"));
        return null;
    }

    // The first level that is true wins, so a later one that is graver would never be heard.
    private static void CheckOrder(TuningTarget target, Dictionary<Severity, Severity> severities, List<EntryProblem> problems)
    {
        foreach (var (above, below) in target.Severities.Zip(target.Severities.Skip(1)))
        {
            if (severities[below] > severities[above])
                problems.Add(new(NameOf(below), "tuning.severity.order"));
        }
    }
}

/// <summary>The least or greatest value of a parameter, in a sentence.</summary>
internal sealed record ValueBound(object Value, ParameterDefinition Parameter);
