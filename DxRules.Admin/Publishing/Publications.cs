using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Judgements;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Kpis;
using DxRules.Admin.Papers;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
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
        var last = source.Issue is { } issue ? Dates.InJapan(issue.At) : Dates.InJapan(clock.GetUtcNow());
        var minutes = await db.Minutes.IgnoreQueryFilters().AsNoTracking().Where(row => row.PlanId == source.Plan).ToDictionaryAsync(row => row.MeetingId, StringComparer.Ordinal, cancel);
        return PlanPublication.Of(said, board, words, source.FiscalYear, last, minutes) with
        {
            Head = PlanPublication.Head(said, source.FiscalYear, source.AsOf, source.Issue?.Number, source.Issue?.Reason),
            Responses = [.. (await Answered(source, cancel)).Select(words.ResponseOf).OrderByDescending(response => response.Severity).ThenBy(response => words.Subjects.PositionOf(response.Subject)).ThenBy(response => response.Key, StringComparer.Ordinal)],
        };
    }

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
}
