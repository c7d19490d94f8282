using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Judgements;
using DxRules.Admin.Pages.Kpis;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Publishing;

/// <summary>What the public may be told of a plan that stands in its document: all but the answers to what a check found.</summary>
internal static class PlanPublication
{
    /// <summary>Of a plan file as of a day, for who keeps no site: of the fiscal year that was over then.</summary>
    public static Publication Of(PlanDocument plan, DateOnly asOf, PlanCheck rules)
    {
        var said = plan.WithoutSecurity().AsOf(asOf).Document;
        var fiscalYear = FiscalYear.Of(asOf) - 1;
        var board = KpiReader.Read(rules, said, asOf);
        var words = new PublicWords(said, board, new GradeScale(rules), fiscalYear);
        return Of(said, board, words, fiscalYear, asOf, new Dictionary<string, MinutesRow>());
    }

    /// <param name="said">The plan with what people said since the check, without security.</param>
    /// <param name="board">The plan as it was judged, without security.</param>
    /// <param name="last">The day until which meetings are told.</param>
    /// <param name="minutes">By the id of the meeting.</param>
    public static Publication Of(
        PlanDocument said, KpiBoard board, PublicWords words, int fiscalYear, DateOnly last, IReadOnlyDictionary<string, MinutesRow> minutes) => new(
        Head(said, fiscalYear, board.AsOf, null, null),
        [.. said.Categories.Select(category => new PublicCategory(category.Id, category.Number, category.Title, category.Parent))],
        [.. (said.Policies ?? []).Select(words.PolicyOf)],
        [.. board.Kpis.OrderBy(kpi => kpi.Policy is not null).Select(words.KpiOf)],
        [],
        [.. Actions(said, board.AsOf, fiscalYear, words)],
        [.. Meetings(said, fiscalYear, last, minutes)]);

    public static PublicationHead Head(PlanDocument said, int fiscalYear, DateOnly asOf, int? issue, string? correction) => new(
        said.Municipality.Code, said.Municipality.Name, said.Municipality.Prefecture, said.Plan.Id, said.Plan.Title, said.Plan.Period?.Start?.Day, said.Plan.Period?.End?.Day,
        fiscalYear, asOf, issue, correction);

    private static IEnumerable<PublicAction> Actions(PlanDocument said, DateOnly asOf, int fiscalYear, PublicWords words)
    {
        var titles = PlanSubjects.Build(said, asOf).SubjectsById;
        return CarriedActions.Of(said, fiscalYear).Where(found => !CarriedActions.IsSettled(found.Action)).Select(found => new PublicAction(
            words.Subjects.Of(found.Action.Subject), titles.GetValueOrDefault(found.Action.Subject)?.Title ?? said.Plan.Title, found.Action.Action, words.NameOf(found.Action.Owner),
            found.Action.DueOn?.Day, found.Action.DueOn is { IsMonth: true }, found.Action.Status, found.FiscalYear == fiscalYear ? null : found.FiscalYear, found.Action.Id));
    }

    // Documents may know of meetings to come.
    private static IEnumerable<PublicMeeting> Meetings(PlanDocument said, int fiscalYear, DateOnly last, IReadOnlyDictionary<string, MinutesRow> minutes) =>
        (said.Governance?.Bodies ?? []).SelectMany(body => body.Meetings ?? [], (body, meeting) => (Body: body, Meeting: meeting))
            .Where(held => FiscalYear.Of(held.Meeting.On.Day) == fiscalYear + 1 && held.Meeting.On.Day <= last)
            .OrderBy(held => held.Meeting.On.Day).ThenBy(held => held.Meeting.Id, StringComparer.Ordinal)
            .Select(held => Meeting(held.Body, held.Meeting, IsOfSecurity(held.Body) ? null : minutes.GetValueOrDefault(held.Meeting.Id)));

    private static PublicMeeting Meeting(Body body, Meeting meeting, MinutesRow? minutes) => new(
        meeting.Id, body.Name, meeting.On.Day, meeting.Members, meeting.Present, PublicWords.Said(minutes?.Agenda), PublicWords.Said(minutes?.Outcome));

    // What such a body speaks of is about security wherever it is written down; that it met is no secret.
    private static bool IsOfSecurity(Body body) =>
        $"{body.Name} {body.Kind}" is var name && (name.Contains("セキュリティ", StringComparison.Ordinal) || name.Contains("security", StringComparison.OrdinalIgnoreCase));
}
