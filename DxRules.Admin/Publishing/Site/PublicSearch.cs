using DxRules.Admin.Localization;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Publishing.Site;

/// <summary>Something that a citizen may look for.</summary>
/// <param name="What">policy, initiative, kpi, response, action or meeting.</param>
/// <param name="Text">What is told of it, shortened.</param>
internal sealed record PublicHit(string What, string Title, string Page, GradeKind? Kind, string? Text);

/// <summary>Everything of a year that can be looked for, one under the other.</summary>
internal static class PublicSearch
{
    private const int Longest = 400;

    public static IEnumerable<PublicHit> Of(PublicYear year, Texts texts) =>
    [
        .. year.Content.Policies.SelectMany(policy => OfPolicy(policy, year)),
        .. year.Content.Kpis.Select(kpi => new PublicHit("kpi", kpi.Title, year.PageOf(kpi), PublicYear.KindOf(kpi), Short(kpi.Definition))),
        .. year.Content.Responses.Select(response => new PublicHit(
            "response", year.Find(response.Subject)?.Title ?? year.Head.PlanTitle, year.Find(response.Subject)?.Page ?? year.Actions, null, Short($"{texts.In(response.Finding)} {response.Text}"))),
        .. year.OwnActions.Select(action => new PublicHit("action", action.SubjectTitle, year.Find(action.Subject)?.Page ?? year.Actions, null, Short(action.Action))),
        .. year.Content.Meetings.Select(meeting => new PublicHit(
            "meeting", $"{meeting.Body} {texts.Date(meeting.On)}", $"{year.Minutes}#m-{SiteNames.Of(meeting.Id)}", null, Short($"{meeting.Agenda} {meeting.Outcome}"))),
    ];

    private static IEnumerable<PublicHit> OfPolicy(PublicPolicy policy, PublicYear year) =>
    [
        new("policy", PublicPage.Numbered(policy.Number, policy.Title), year.PageOf(policy), policy.Grade.Kind, Short(policy.Purpose)),
        .. policy.Initiatives.Select(one => new PublicHit(
            "initiative", PublicPage.Numbered(one.Number, one.Title), $"{year.PageOf(policy)}#{PublicYear.AnchorOf(one)}", one.Grade.Kind, Short($"{one.Description} {one.Done}"))),
    ];

    private static string? Short(string? text) => text?.Trim() switch
    {
        null or "" => null,
        { Length: > Longest } all => all[..(char.IsHighSurrogate(all[Longest - 1]) ? Longest - 1 : Longest)] + "…",
        var all => all,
    };
}
