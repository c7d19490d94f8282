using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Plans;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Search;

/// <summary>Looks for words in everything that the viewer may see.</summary>
internal sealed class SearchReading(AdminDb db, PlanDocuments documents, PlanSights sights, PlanEntriesOf entries, RunEntries runs, TimeProvider clock)
{
    /// <summary>Hits of each kind where all kinds are shown.</summary>
    public const int Few = 5;

    /// <summary>Hits on a page where one kind is shown.</summary>
    public const int PageSize = 50;

    private static readonly Lazy<IReadOnlyList<(bool IsSecret, SearchEntry Entry)>> AllRules = new(() => [.. PlanCheck.Default.Rules.Select(rule => (rule.Rule.IsSecret, new SearchEntry(
        SearchKind.Rule, null, [new("search.title", $"{rule.Rule.Id} {rule.Rule.Title.Ja}"), new("search.title", $"{rule.Rule.Id} {rule.Rule.Title.En}")], $"/rules/{Uri.EscapeDataString(rule.Rule.Id)}")))]);

    // Those whose page the viewer may open.
    private IEnumerable<SearchEntry> Rules => AllRules.Value.Where(rule => db.Viewer.SeesSecrets || !rule.IsSecret).Select(rule => rule.Entry);

    /// <param name="kind">The only kind to be shown; null for a few of each.</param>
    /// <param name="page">Counted from 1; of one kind.</param>
    public async Task<SearchResults> Find(SearchWords words, SearchKind? kind, int page, Texts texts, CancellationToken cancel)
    {
        if (!words.Any)
            return SearchResults.None;
        var found = await All(words, cancel);
        return new SearchResults(
        [
            .. found.Where(hit => kind is null || hit.Entry.Kind == kind).GroupBy(hit => hit.Entry.Kind).OrderBy(group => group.Key).Select(group => new SearchGroup(
                group.Key,
                group.Count(),
                [
                    .. group.OrderBy(hit => !words.AreIn(FoldedText.Of(hit.Entry.Title))).Skip(kind is null ? 0 : (Math.Max(page, 1) - 1) * PageSize).Take(kind is null ? Few : PageSize)
                        .Select(hit => Hit(hit, words, texts)),
                ])),
        ]);
    }

    private static SearchHit Hit(Found found, SearchWords words, Texts texts)
    {
        // A text that stands there in both languages is shown in that of the page.
        var fields = found.Entry.Fields;
        var title = found.Entry.Kind is SearchKind.Alert or SearchKind.Rule ? fields[texts.Language == Engine.Text.Language.Japanese ? 0 : 1] : fields[0];
        return new SearchHit(
            Piece.Of(title.Text, words),
            found.Address,
            found.Of,
            [.. fields.Where(field => field != title && words.OneIsIn(FoldedText.Of(field.Text))).Take(2).Select(field => (field, Piece.Around(field.Text, words)))]);
    }

    private async Task<IReadOnlyList<Found>> All(SearchWords words, CancellationToken cancel)
    {
        var plans = await db.Plans.AsNoTracking().OrderByDescending(plan => plan.Cycles.Any(cycle => cycle.ClosedAt == null)).ThenBy(plan => plan.Id)
            .Select(plan => new PlanCycles(plan.Id, plan.Cycles.Select(cycle => new CycleRun(
                cycle.Id, cycle.FiscalYear, cycle.Runs.OrderByDescending(run => run.Number).Select(run => (int?)run.Id).FirstOrDefault())).ToList()))
            .ToListAsync(cancel);
        var titles = new Dictionary<int, string>();
        var found = new List<Found>();
        foreach (var plan in plans)
        {
            if (await documents.Newest(plan.Id, cancel) is not { } seen)
                continue;
            titles[plan.Id] = $"{seen.Document.Municipality.Name} {seen.Document.Plan.Title}";
            var sight = sights.Of(seen.Document, Dates.InJapan(clock.GetUtcNow()));
            found.AddRange(entries[plan.Id, sight].Where(entry => words.AreIn(entry.Text) && (entry.Subject is null || sight.Reaches(db.Viewer, entry.Subject)))
                .Select(entry => new Found(entry, AddressOf(entry, plan), plans.Count > 1 ? titles[plan.Id] : null)));
        }
        string? Of(int plan) => plans.Count > 1 ? titles.GetValueOrDefault(plan) : null;
        found.AddRange((await Alerts(plans, words, cancel)).Select(alert => new Found(alert.Entry, alert.Entry.Address, Of(alert.Plan))));
        found.AddRange((await Answers(words, cancel)).Select(answer => new Found(answer.Entry, answer.Entry.Address, Of(answer.Plan))));
        found.AddRange((await Minutes(words, cancel)).Select(minutes => new Found(minutes.Entry, minutes.Entry.Address, Of(minutes.Plan))));
        found.AddRange(Rules.Concat(await People(cancel)).Where(entry => words.AreIn(entry.Text)).Select(entry => new Found(entry, entry.Address, null)));
        return found;
    }

    // What belongs to a review that is not here stands on the page of the plan.
    private static string AddressOf(SearchEntry entry, PlanCycles plan) => entry.Year is not { } year
        ? entry.Address
        : plan.Cycles.FirstOrDefault(cycle => cycle.FiscalYear == year) is { } cycle ? $"/cycles/{cycle.Id}{entry.Address}" : PlanAddress.Of(plan.Id);

    private async Task<IReadOnlyList<FoundAlert>> Alerts(IReadOnlyList<PlanCycles> plans, SearchWords words, CancellationToken cancel)
    {
        var matching = new List<FoundAlert>();
        foreach (var run in plans.SelectMany(plan => plan.Cycles.OrderByDescending(cycle => cycle.FiscalYear)).Select(cycle => cycle.Run).OfType<int>())
            matching.AddRange((await runs.Of(db, run, cancel)).Where(alert => words.AreIn(alert.Entry.Text)));
        if (matching.Count == 0)
            return [];
        var ids = matching.Select(alert => alert.Id).ToList();
        var visible = (await db.Observations.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel)).ToHashSet();

        // An alert that goes on is found once, as it was said last.
        return [.. matching.Where(alert => visible.Contains(alert.Id)).DistinctBy(alert => (alert.Plan, alert.Key))];
    }

    private async Task<IReadOnlyList<(int Plan, SearchEntry Entry)>> Answers(SearchWords words, CancellationToken cancel)
    {
        var rows = await db.Answers.AsNoTracking().OrderByDescending(answer => answer.Cycle!.FiscalYear).ThenBy(answer => answer.Id)
            .Select(answer => new { answer.Alert!.PlanId, answer.CycleId, answer.Alert.Key, answer.Text, answer.Cause, Comments = answer.Steps.Where(step => step.Comment != null).Select(step => step.Comment!).ToList() })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => (row.PlanId, Entry: new SearchEntry(
                SearchKind.Answer,
                null,
                [
                    new("search.answer", row.Text), .. row.Cause is null ? Array.Empty<SearchField>() : [new("search.cause", row.Cause)],
                    .. row.Comments.Select(comment => new SearchField("search.comment", comment)),
                ],
                AlertAddress.Of(row.CycleId, row.Key, null) + "#response"))).Where(answer => words.AreIn(answer.Entry.Text)),
        ];
    }

    private async Task<IReadOnlyList<(int Plan, SearchEntry Entry)>> Minutes(SearchWords words, CancellationToken cancel)
    {
        var rows = await db.Minutes.AsNoTracking().OrderBy(row => row.PlanId).ThenBy(row => row.MeetingId).Select(row => new { row.PlanId, row.MeetingId, row.Agenda, row.Outcome }).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => (row.PlanId, Entry: new SearchEntry(
                SearchKind.Body, null, [new("search.agenda", row.Agenda), new("search.outcome", row.Outcome)], $"{PlanAddress.Of(row.PlanId)}/governance/meetings/{Uri.EscapeDataString(row.MeetingId)}")))
                .Where(minutes => words.AreIn(minutes.Entry.Text)),
        ];
    }

    private async Task<IReadOnlyList<SearchEntry>> People(CancellationToken cancel)
    {
        if (!db.Viewer.May(Access.Administer))
            return [];
        var people = await db.Users.AsNoTracking().OrderBy(user => user.UserName).Select(user => new { user.Id, user.DisplayName, user.UserName }).ToListAsync(cancel);
        return [.. people.Select(person => new SearchEntry(SearchKind.Person, null, [new("search.name", person.DisplayName), new("search.userName", person.UserName ?? "")], FormattableString.Invariant($"/people/{person.Id}")))];
    }

    private sealed record Found(SearchEntry Entry, string Address, string? Of);

    private sealed record PlanCycles(int Id, List<CycleRun> Cycles);

    private sealed record CycleRun(int Id, int FiscalYear, int? Run);
}
