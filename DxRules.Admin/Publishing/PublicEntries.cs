using DxRules.Admin.Data;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Publishing;

/// <summary>All that a publication tells, thing by thing: what is compared, and what is looked through for names, is all there is.</summary>
internal sealed class PublicEntries
{
    private readonly Dictionary<string, string?> policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly string plan;

    private PublicEntries(Publication publication)
    {
        plan = publication.Head.PlanTitle;
        foreach (var category in publication.Categories)
            titles[category.Id] = category.Title;
        foreach (var policy in publication.Policies)
        {
            (policies[policy.Id], titles[policy.Id]) = (policy.Id, policy.Title);
            foreach (var initiative in policy.Initiatives)
                (policies[initiative.Id], titles[initiative.Id]) = (policy.Id, initiative.Title);
        }
        foreach (var kpi in publication.Kpis)
            (policies[kpi.Id], titles[kpi.Id]) = (kpi.Policy, kpi.Title);
    }

    /// <summary>In the order of the publication.</summary>
    public static IReadOnlyList<PublicEntry> Of(Publication publication)
    {
        var entries = new PublicEntries(publication);
        return
        [
            Head(publication.Head),
            .. publication.Categories.Select(entries.Category),
            .. publication.Policies.SelectMany(entries.Policy),
            .. publication.Kpis.SelectMany(entries.Kpi),
            .. publication.Responses.Select(entries.Response),
            .. publication.Actions.Select(entries.Action),
            .. publication.Meetings.Select(Meeting),
        ];
    }

    private string? PolicyOf(string? subject) => subject is null ? null : policies.GetValueOrDefault(subject);

    private static PublicEntry Head(PublicationHead head) => Entry(
        PublicPart.Plan, head.Plan, head.PlanTitle, null, null,
        (PublicMember.Municipality, head.Municipality), (PublicMember.Prefecture, head.Prefecture), (PublicMember.Title, head.PlanTitle), (PublicMember.Start, head.Start),
        (PublicMember.End, head.End), (PublicMember.AsOf, head.AsOf), (PublicMember.Issue, head.Issue), (PublicMember.Correction, head.Correction));

    private PublicEntry Category(PublicCategory category) => Entry(
        PublicPart.Category, category.Id, category.Title, null, null,
        (PublicMember.Number, category.Number), (PublicMember.Title, category.Title), (PublicMember.Parent, Title(category.Parent)));

    private IEnumerable<PublicEntry> Policy(PublicPolicy policy) =>
    [
        Entry(
            PublicPart.Policy, policy.Id, policy.Title, policy.Id, null,
            (PublicMember.Number, policy.Number), (PublicMember.Title, policy.Title), (PublicMember.Category, Title(policy.Category)), (PublicMember.Purpose, policy.Purpose),
            (PublicMember.Departments, Names(policy.Departments)), (PublicMember.Grade, policy.Grade), (PublicMember.GradeReason, policy.GradeReason)),
        .. policy.Initiatives.Select(initiative => Initiative(initiative, policy)),
    ];

    private static PublicEntry Initiative(PublicInitiative initiative, PublicPolicy policy) => Entry(
        PublicPart.Initiative, initiative.Id, initiative.Title, policy.Id, null,
        (PublicMember.Number, initiative.Number), (PublicMember.Title, initiative.Title), (PublicMember.Policy, policy.Title), (PublicMember.Description, initiative.Description),
        (PublicMember.Departments, Names(initiative.Departments)), (PublicMember.Grade, initiative.Grade), (PublicMember.Status, initiative.Status),
        (PublicMember.Progress, initiative.Progress), (PublicMember.Start, initiative.Start), (PublicMember.End, initiative.End), (PublicMember.Done, initiative.Done),
        (PublicMember.DelayReason, initiative.DelayReason), (PublicMember.Issues, initiative.Issues), (PublicMember.NextYear, initiative.NextYear));

    private IEnumerable<PublicEntry> Kpi(PublicKpi kpi) =>
    [
        Entry(
            PublicPart.Kpi, kpi.Id, kpi.Title, kpi.Policy, kpi.Unit,
            (PublicMember.Title, kpi.Title), (PublicMember.Policy, Title(kpi.Policy)), (PublicMember.Initiative, Title(kpi.Initiative)), (PublicMember.Definition, kpi.Definition), (PublicMember.Unit, kpi.Unit),
            (PublicMember.Kind, kpi.Kind), (PublicMember.Aggregation, kpi.Aggregation), (PublicMember.Direction, kpi.Direction)),
        .. kpi.Series.Select(series => Series(series, kpi)),
    ];

    private static PublicEntry Series(PublicSeries series, PublicKpi kpi)
    {
        var title = series.Segment is { } part ? $"{kpi.Title}（{part}）" : kpi.Title;
        var entry = Entry(
            PublicPart.Series, series.Id, title, kpi.Policy, kpi.Unit,
            (PublicMember.Title, series.Segment), (PublicMember.Baseline, series.Baseline), (PublicMember.Target, series.Target), (PublicMember.Progress, series.Progress),
            (PublicMember.Expected, series.Expected), (PublicMember.Grade, series.Grade));
        return entry with
        {
            Values =
            [
                .. entry.Values,
                .. series.AnnualTargets.Select(figure => new PublicValue(PublicMember.AnnualTarget, figure.FiscalYear, figure)),
                .. series.Actuals.Select(figure => new PublicValue(PublicMember.Actual, figure.FiscalYear, figure)),
            ],
        };
    }

    private PublicEntry Response(PublicResponse response) => Entry(
        PublicPart.Response, response.Key, Title(response.Subject) ?? plan, PolicyOf(response.Subject), null,
        (PublicMember.Severity, response.Severity), (PublicMember.Finding, response.Finding), (PublicMember.Decision, response.Decision), (PublicMember.Cause, response.Cause),
        (PublicMember.Answer, response.Text), (PublicMember.Owner, response.Owner), (PublicMember.DueOn, response.DueOn));

    private PublicEntry Action(PublicAction action) => Entry(
        PublicPart.Action, action.Id, action.SubjectTitle, PolicyOf(action.Subject), null,
        (PublicMember.Action, action.Action), (PublicMember.Owner, action.Owner), (PublicMember.DueOn, action.DueOn is { } day ? new PlanDate(day, action.DueIsMonth) : null),
        (PublicMember.Status, action.Status), (PublicMember.FromYear, action.FromYear));

    private static PublicEntry Meeting(PublicMeeting meeting) => Entry(
        PublicPart.Meeting, meeting.Id, meeting.Body, null, null,
        (PublicMember.Body, meeting.Body), (PublicMember.HeldOn, meeting.On), (PublicMember.Members, meeting.Members), (PublicMember.Present, meeting.Present),
        (PublicMember.Agenda, meeting.Agenda), (PublicMember.Outcome, meeting.Outcome));

    private string? Title(string? id) => id is null ? null : titles.GetValueOrDefault(id, id);

    private static string? Names(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join('、', names);

    private static PublicEntry Entry(PublicPart part, string id, string title, string? policy, string? unit, params ReadOnlySpan<(PublicMember Member, object? Value)> told)
    {
        var values = new List<PublicValue>(told.Length);
        foreach (var (member, value) in told)
        {
            if (value is not null)
                values.Add(new PublicValue(member, null, value));
        }
        return new PublicEntry(part, id, title, policy, unit, values);
    }
}
