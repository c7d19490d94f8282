using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing.Site;

/// <summary>The words that citizens need not know, and what they mean.</summary>
internal static class Glossary
{
    /// <summary>Words of the site itself, in the order in which they are met.</summary>
    public static readonly IReadOnlyList<string> Own =
    [
        "dx", "plan", "category", "policy", "initiative", "kpi", "baseline", "target", "actual", "provisional", "fiscalYear", "good", "behind", "unknown", "grade", "response", "action",
        "department", "headquarters", "minutes", "openData", "csv", "json", "ccby", "atom", "code",
    ];

    // Where a word is part of another (AI of AI-OCR), both are explained.
    private static readonly string[] OfPlans =
    [
        "ai", "aiOcr", "generativeAi", "rpa", "bpr", "ict", "iot", "api", "gis", "line", "sns", "cloud", "governmentCloud", "standardisation", "myNumber",
        "myNumberCard", "mynaPortal", "cashless", "telework", "chatbot", "eApproval", "eApplication", "eContract", "paperless", "divide", "accessibility",
        "ebpm", "dataUse", "openDataWord", "security", "lgwan", "wifi", "giga", "drone", "digitalTwin", "sensor", "platform", "app", "backbone",
        "multiFactor", "oneStop", "kiosk", "barrierFree", "demandBus", "maas", "smartFarming", "edTech", "digitalHuman", "pilot", "procurement",
        "outsourcing", "bidding", "pace", "currentValue", "actualValue", "sheetOfWork", "requirements", "inService", "terminal", "helpdesk", "dataSet",
    ];

    private static readonly Texts Japanese = new(Language.Japanese);

    // A word may stand in plans in several forms; plans are written in Japanese whatever the language of the page.
    private static readonly (string Key, string[] Forms)[] Forms = [.. OfPlans.Select(key => (key, Japanese[$"public.word.{key}"].Split('・')))];

    /// <summary>The words of a kind that stand in texts, in the order of the list.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string?> texts)
    {
        var all = string.Join('\n', texts);
        return [.. Forms.Where(word => word.Forms.Any(form => all.Contains(form, StringComparison.OrdinalIgnoreCase) && IsWord(all, form))).Select(word => word.Key)];
    }

    /// <summary>Every text of a publication in which a word may stand.</summary>
    public static IEnumerable<string?> TextsOf(Publication content) =>
    [
        content.Head.PlanTitle, .. content.Categories.Select(category => category.Title), .. content.Policies.SelectMany(TextsOf), .. content.Kpis.SelectMany(TextsOf),
        .. content.Responses.SelectMany(TextsOf), .. content.Actions.Select(action => action.Action), .. content.Meetings.SelectMany(meeting => new[] { meeting.Agenda, meeting.Outcome }),
    ];

    public static IEnumerable<string?> TextsOf(PublicPolicy policy) =>
        [policy.Title, policy.Purpose, policy.GradeReason, .. policy.Initiatives.SelectMany(one => new[] { one.Title, one.Description, one.Done, one.DelayReason, one.Issues, one.NextYear })];

    public static IEnumerable<string?> TextsOf(PublicKpi kpi) => [kpi.Title, kpi.Definition, .. kpi.Series.Select(series => series.Segment)];

    public static IEnumerable<string?> TextsOf(PublicResponse response) => [response.Finding.Ja, response.Cause, response.Text];

    // AI stands in a text of its own and not as a part of a longer word in Latin letters.
    private static bool IsWord(string text, string form)
    {
        if (!char.IsAsciiLetter(form[0]))
            return true;
        for (var at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + form.Length == text.Length || !char.IsAsciiLetter(text[at + form.Length])))
                return true;
        }
        return false;
    }
}
