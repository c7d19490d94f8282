using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Judgements;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Kpis;
using DxRules.Admin.Papers;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Publishing;

/// <summary>Makes what the public may be told of a cycle, from what was frozen or, before that, from the latest check. It is the same to the letter whoever asks.</summary>
internal sealed class Publications(AdminDb db, PlanDocuments documents, CityCheck city, KpiBoards boards, TimeProvider clock)
{
    /// <summary>Null where there is no such cycle, or nothing was checked.</summary>
    public async Task<Publication?> Make(int cycle, CancellationToken cancel)
    {
        if (await PaperSource.Read(db, cycle, null, cancel) is not { } source)
            return null;
        var rules = await city.RulesOf(source.Run, source.Municipality, cancel);
        var (judged, said) = (await documents.Open(source.Version, cancel), await documents.Open(source.LastVersion, cancel));
        var board = boards.Of(judged, source.AsOf, rules);
        var words = new PublicWords(said, board, new GradeScale(rules), source.FiscalYear);
        return new Publication(
            Head(said, source),
            [.. said.Categories.Select(category => new PublicCategory(category.Id, category.Number, category.Title, category.Parent))],
            [.. (said.Policies ?? []).Select(words.PolicyOf)],
            [.. board.Kpis.OrderBy(kpi => kpi.Policy is not null).Select(words.KpiOf)],
            [.. (await Answered(source, cancel)).Select(words.ResponseOf).OrderByDescending(response => response.Severity).ThenBy(response => words.Subjects.PositionOf(response.Subject)).ThenBy(response => response.Key, StringComparer.Ordinal)],
            [.. Actions(said, source, words)],
            [.. await Meetings(said, source, cancel)]);
    }

    private static PublicationHead Head(PlanDocument said, PaperSource source) => new(
        said.Municipality.Code, said.Municipality.Name, said.Municipality.Prefecture, said.Plan.Id, said.Plan.Title, said.Plan.Period?.Start?.Day, said.Plan.Period?.End?.Day,
        source.FiscalYear, source.AsOf, source.Issue?.Number, source.Issue?.Reason);

    // What was found and is not about security, each with its approved answer. That something was found by mistake tells citizens nothing.
    private async Task<IEnumerable<(ObservationRow Found, AnswerRow Answer)>> Answered(PaperSource source, CancellationToken cancel)
    {
        var ids = await RenumberedIds.Of(db, source.Plan, cancel);
        var found = await db.Observations.IgnoreQueryFilters().AsNoTracking().Where(row => row.RunId == source.Run && row.Outcome == Outcome.Alert && !row.Secret)
            .ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancel);
        var answers = await db.Answers.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.CycleId == source.Cycle && row.State == AnswerState.Approved && row.Decision != AnswerDecision.FalseAlarm && !row.Secret && !row.Alert!.Secret)
            .Select(row => new { row.Alert!.Key, Answer = row }).ToListAsync(cancel);
        return answers.SelectMany(row => ids.KeysOf(row.Key).Where(found.ContainsKey).Take(1).Select(key => (found[key], row.Answer)));
    }

    private static IEnumerable<PublicAction> Actions(PlanDocument said, PaperSource source, PublicWords words)
    {
        var titles = PlanSubjects.Build(said, source.AsOf).SubjectsById;
        return CarriedActions.Of(said, source.FiscalYear).Where(found => !CarriedActions.IsSettled(found.Action)).Select(found => new PublicAction(
            words.Subjects.Of(found.Action.Subject), titles.GetValueOrDefault(found.Action.Subject)?.Title ?? said.Plan.Title, found.Action.Action, words.NameOf(found.Action.Owner),
            found.Action.DueOn?.Day, found.Action.DueOn is { IsMonth: true }, found.Action.Status, found.FiscalYear == source.FiscalYear ? null : found.FiscalYear, found.Action.Id));
    }

    // Documents may know of meetings to come.
    private async Task<IEnumerable<PublicMeeting>> Meetings(PlanDocument said, PaperSource source, CancellationToken cancel)
    {
        var last = source.Issue is { } issue ? Dates.InJapan(issue.At) : Dates.InJapan(clock.GetUtcNow());
        var minutes = await db.Minutes.IgnoreQueryFilters().AsNoTracking().Where(row => row.PlanId == source.Plan).ToDictionaryAsync(row => row.MeetingId, StringComparer.Ordinal, cancel);
        return (said.Governance?.Bodies ?? []).SelectMany(body => body.Meetings ?? [], (body, meeting) => (Body: body, Meeting: meeting))
            .Where(held => FiscalYear.Of(held.Meeting.On.Day) == source.FiscalYear + 1 && held.Meeting.On.Day <= last)
            .OrderBy(held => held.Meeting.On.Day).ThenBy(held => held.Meeting.Id, StringComparer.Ordinal)
            .Select(held => Meeting(held.Body, held.Meeting, IsOfSecurity(held.Body) ? null : minutes.GetValueOrDefault(held.Meeting.Id)));
    }

    private static PublicMeeting Meeting(Body body, Meeting meeting, MinutesRow? minutes) => new(
        meeting.Id, body.Name, meeting.On.Day, meeting.Members, meeting.Present, PublicWords.Said(minutes?.Agenda), PublicWords.Said(minutes?.Outcome));

    // What such a body speaks of is about security wherever it is written down; that it met is no secret.
    private static bool IsOfSecurity(Body body) =>
        $"{body.Name} {body.Kind}" is var name && (name.Contains("セキュリティ", StringComparison.Ordinal) || name.Contains("security", StringComparison.OrdinalIgnoreCase));
}
