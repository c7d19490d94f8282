using System.Globalization;
using DxRules.Admin.Localization;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Plans;

/// <summary>Facts of a plan in words: what is unknown says 不明, what is not there なし.</summary>
internal static class PlanWords
{
    private static readonly ValueWriter Writer = new(PlanSchema.Instance);

    public static string Status(this Texts texts, WorkStatus? status) => status is { } known ? texts[$"workStatus.{known}"] : texts["plan.unknown"];

    /// <summary>A word of the plan file as the dictionary of the rules has it.</summary>
    public static string Word(this Texts texts, Enum? word) => word is null ? texts["plan.unknown"] : Writer.Write(word, texts.Language);

    /// <summary>A day, or the month where no more is known; of a fact that is not there 不明.</summary>
    public static string Fact(this Texts texts, PlanDate? day) => day is { } known ? Day(texts, known) : texts["plan.unknown"];

    /// <summary>The same of an event: なし where it has not happened.</summary>
    public static string Event(this Texts texts, PlanDate? day) => day is { } known ? Day(texts, known) : texts["plan.none"];

    public static string Figure(this Texts texts, decimal? value) => value?.ToString("#,0.####", CultureInfo.InvariantCulture) ?? texts["plan.unknown"];

    public static string Period(this Texts texts, Period? period) =>
        period is null ? texts["plan.unknown"] : texts["plan.fromTo", texts.Fact(period.Start), texts.Fact(period.End)];

    private static string Day(Texts texts, PlanDate day) => day.IsMonth ? texts.Month(day.Day) : texts.Date(day.Day);
}
