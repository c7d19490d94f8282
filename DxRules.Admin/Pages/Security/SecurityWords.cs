using System.Globalization;
using DxRules.Admin.Localization;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Security;

/// <summary>The words of the security pages for what a plan states, and for what it does not.</summary>
internal static class SecurityWords
{
    /// <summary>令和7年5月31日（2025年）, or the month where the plan names no day.</summary>
    public static string Day(this Texts texts, PlanDate day) => day.IsMonth ? texts.Month(day.Day) : texts.Date(day.Day);

    /// <summary>7章 人的セキュリティ; as the plan writes it where it follows another order.</summary>
    public static string Chapter(string? chapter, Texts texts) => chapter switch
    {
        null => texts["security.noChapter"],
        _ when texts.Find($"security.chapter.{chapter}") is { } title => texts["security.chapterOf", chapter, title],
        _ => chapter,
    };

    public static string Status(ControlStatus? status, Texts texts) => status is { } known ? texts[$"security.status.{known}"] : texts["security.unknown"];

    public static string StatusTone(ControlStatus? status) => status switch
    {
        ControlStatus.Implemented => "green",
        ControlStatus.Partial => "blue",
        ControlStatus.Planned => "orange",
        ControlStatus.NotImplemented => "red",
        ControlStatus.NotApplicable => "gray",
        _ => "purple",
    };

    public static string Segment(NetworkSegment? segment, Texts texts) => texts[$"security.segment.{segment?.ToString() ?? "Unknown"}"];

    /// <summary>あり, なし, 不明.</summary>
    public static string Yes(bool? stated, Texts texts) => texts[stated switch { true => "security.yes", false => "security.no", null => "security.unknown" }];

    /// <summary>82%（目標 100%）; nothing where the control has no goal.</summary>
    public static string Figure(Control control, Texts texts) => control.Goal is not { } goal
        ? control.Value is { } only ? Number(only, control.Unit) : ""
        : texts["security.figureOf", control.Value is { } value ? Number(value, control.Unit) : texts["security.unknown"], Number(goal, control.Unit)];

    /// <summary>12/14; 不明 where nobody knows, which is never 0.</summary>
    public static string Share(int? part, int? whole, Texts texts) => texts["security.share", Figure(part, texts), Figure(whole, texts)];

    /// <summary>120/122 of those of whom it is known; how many departments are not known stands beside it.</summary>
    public static string Handlers(TrainingSum sum, Texts texts) => sum.Handlers == 0 ? texts["security.noHandlers"] : texts["security.share", sum.HandlersTrained, sum.Handlers];

    private static string Figure(int? count, Texts texts) => count is { } known ? known.ToString("N0", CultureInfo.InvariantCulture) : texts["security.unknown"];

    private static string Number(decimal value, string? unit) => value.ToString("#,0.###", CultureInfo.InvariantCulture) + unit;
}
