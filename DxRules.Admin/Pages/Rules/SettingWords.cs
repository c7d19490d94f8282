using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Alerts;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DxRules.Admin.Pages.Rules;

/// <summary>Settings as people read them.</summary>
internal static class SettingWords
{
    /// <summary>A value with what it is counted in.</summary>
    public static string Shown(this Texts texts, object value, ParameterDefinition parameter) => value switch
    {
        bool truth => texts[truth ? "rules.yes" : "rules.no"],
        DaysDuration days => texts["rules.days", days.Span.Days],
        MonthsDuration months => texts["rules.months", months.Months],
        MonthDay day => texts.DayOfYear(day.Month, day.Day),
        DateOnly date => texts.Date(date),
        _ => ParameterReader.Written(value, parameter.Type)!,
    };

    public static string Name(this Texts texts, ParameterDefinition parameter) => texts.In(parameter.Name.Value, parameter.En.Value);

    public static string In(this Texts texts, LocalizedText text) => text.In(texts.Language);

    /// <summary>What a parameter may be; null where it has no bounds.</summary>
    public static string? Bounds(this Texts texts, ParameterDefinition parameter) => (parameter.Min, parameter.Max) switch
    {
        ({ } min, { } max) => texts["tuning.between", texts.Shown(min, parameter), texts.Shown(max, parameter)],
        ({ } min, null) => texts["tuning.atLeast", texts.Shown(min, parameter)],
        (null, { } max) => texts["tuning.atMost", texts.Shown(max, parameter)],
        _ => null,
    };

    /// <summary>What a change is about.</summary>
    public static string What(this Texts texts, SettingChange change) =>
        change.Kind is ChangeKind.Scale or ChangeKind.LevelName or ChangeKind.OwnRule ? $"{texts[$"profile.kind.{change.Kind}"]} {change.What.In(texts.Language)}"
        : ParameterOf(change) is { } found ? texts["profile.parameter", texts.In(found.Owner.Rule is null ? found.Owner.Title : found.Owner.Owner), texts.Name(found.Definition)]
        : texts[$"profile.kind.{change.Kind}"] + " " + change.What.In(texts.Language);

    /// <summary>A value before or after a change.</summary>
    public static string ValueOf(this Texts texts, SettingChange change, string? written) =>
        written is null ? texts["profile.none"]
        : change.Kind == ChangeKind.SwitchedOff ? texts[$"profile.{written}"]
        : change.Kind == ChangeKind.Severity ? texts[$"severity.{written}"]
        : ParameterOf(change) is { } found && ParameterReader.Find(written, found.Definition) is { } value ? texts.Shown(value, found.Definition)
        : written;

    /// <summary>What a rule says of a subject, in a word or two.</summary>
    public static string Result(this Texts texts, ResultState state) => state switch
    {
        { Severity: { } severity } => texts[$"severity.{SeverityWords.English(severity)}"],
        { Word: ResultWord.Undetermined, Missing.Count: > 0 } => texts["tuning.lacks", string.Join(texts["undetermined.and"], state.Missing.Select(texts.In))],
        _ => texts[$"tuning.result.{state.Word}"],
    };

    /// <summary>Tells what is wrong at its field.</summary>
    public static void Tell(this ModelStateDictionary model, IEnumerable<EntryProblem> problems, Texts texts)
    {
        foreach (var problem in problems)
            model.AddModelError(problem.Field, texts[problem.TextKey, [.. problem.Arguments.Select(argument => argument is ValueBound bound ? texts.Shown(bound.Value, bound.Parameter) : argument)]]);
    }

    private static ReadParameter? ParameterOf(SettingChange change)
    {
        var dot = change.What.Ja.IndexOf('.', StringComparison.Ordinal);
        if (change.Kind != ChangeKind.Parameter || dot < 0)
            return null;
        var (owner, name) = (change.What.Ja[..dot], change.What.Ja[(dot + 1)..]);
        var target = TuningTarget.Rules.Concat(TuningTarget.Groups).FirstOrDefault(target => target.Owner == owner);
        return target?.Parameters.FirstOrDefault(parameter => parameter.Name.Value == name) is { } definition ? new ReadParameter(target, definition) : null;
    }
}
