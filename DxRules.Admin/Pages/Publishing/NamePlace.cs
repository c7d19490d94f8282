using System.Globalization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Publishing;

namespace DxRules.Admin.Pages.Publishing;

/// <summary>Where a text is mended in which somebody is named.</summary>
/// <param name="Word">Of what is to be done: the text <c>publication.cure.*</c>.</param>
/// <param name="Address">Of the page where it is done.</param>
internal sealed record NamePlace(string Word, string Address)
{
    public static NamePlace Of(FoundName found, CycleHead cycle)
    {
        var (plan, id) = (string.Create(CultureInfo.InvariantCulture, $"/plans/{cycle.Plan}"), Uri.EscapeDataString(found.Entry.Id));
        var review = string.Create(CultureInfo.InvariantCulture, $"/cycles/{cycle.Id}");
        return (found.Entry.Part, found.Member) switch
        {
            (PublicPart.Response, _) => new("Answer", AlertAddress.Of(cycle.Id, found.Entry.Id, null)),
            (PublicPart.Action, _) => new("Action", $"{review}/actions#{id}"),
            (PublicPart.Meeting, _) => new("Meeting", $"{plan}/governance/meetings/{id}"),
            (_, PublicMember.GradeReason or PublicMember.Grade) => new("Judgement", $"{review}/judgements"),
            (_, PublicMember.Done or PublicMember.DelayReason or PublicMember.Issues or PublicMember.NextYear) => new("Sheet", $"{review}/sheet"),
            (_, PublicMember.Correction) => new("Correction", $"{review}#freeze"),
            (PublicPart.Policy, _) => new("Plan", $"{plan}/policies/{id}"),
            (PublicPart.Initiative, _) => new("Plan", $"{plan}/initiatives/{id}"),
            (PublicPart.Kpi, _) => new("Plan", $"{plan}/kpis/{id}"),
            _ => new("Plan", $"{plan}/versions"),
        };
    }
}
