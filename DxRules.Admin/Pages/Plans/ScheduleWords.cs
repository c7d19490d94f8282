using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Plans;

/// <summary>A schedule in words: 計画 R7Q1–R8Q2 / 実績 R7Q3–.</summary>
internal static class ScheduleWords
{
    /// <summary>計画, 実績 and, where there is one, 見込み.</summary>
    public static IReadOnlyList<string> Of(ScheduleLine line, Texts texts)
    {
        var (planned, done) = (Planned(line, texts), Done(line, texts));
        var words = line.IsPoint
            ? new List<string> { texts["gantt.due", planned], texts["gantt.reached", done] }
            : [texts["gantt.planned", planned], texts["gantt.done", done]];
        if (line.Forecast is { } forecast)
            words.Add(texts["gantt.forecast", forecast.In(texts)]);
        return words;
    }

    private static string Planned(ScheduleLine line, Texts texts)
    {
        if (line.Planned is not { } span)
            return texts["plan.none"];
        if (span.IsUnknown)
            return texts["plan.unknown"];
        var words = span is { From: { } from, To: { } to } && from == to
            ? from.In(texts)
            : $"{Quarter(span.From, texts)}–{(span.OpenEnded ? "" : Quarter(span.To, texts))}";
        return span.Partly ? texts["gantt.partly", words] : words;
    }

    private static string Done(ScheduleLine line, Texts texts) => line.Done switch
    {
        null => texts["plan.unknown"],
        { Count: 0 } => texts["plan.none"],
        var spans => string.Join(texts["change.and"], spans.Select(span => span switch
        {
            { GoesOn: true } => $"{Quarter(span.From, texts)}–",
            { From: { } from, To: { } to } when from == to => from.In(texts),
            _ => $"{Quarter(span.From, texts)}–{Quarter(span.To, texts)}",
        })),
    };

    private static string Quarter(Quarter? quarter, Texts texts) => quarter?.In(texts) ?? texts["plan.unknown"];
}
