using System.Collections.Concurrent;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Search;

/// <summary>
/// The alerts of runs, ready to be searched. What a run saw never changes, so it is read once for all viewers; who may see which of them the database
/// is asked each time.
/// </summary>
internal sealed class RunEntries
{
    // A run of a large city takes less than a megabyte.
    private const int MostRuns = 64;

    private readonly ConcurrentDictionary<int, IReadOnlyList<FoundAlert>> byRun = new();

    public async Task<IReadOnlyList<FoundAlert>> Of(AdminDb db, int run, CancellationToken cancel)
    {
        if (byRun.TryGetValue(run, out var known))
            return known;
        var rows = await db.Observations.IgnoreQueryFilters().AsNoTracking().Where(row => row.RunId == run && row.Outcome == Outcome.Alert).OrderBy(row => row.Position)
            .Select(row => new
            {
                row.Id, row.Key, row.Run!.CycleId, row.Run.Cycle!.PlanId, row.MessageJa, row.MessageEn, row.Rule!.RuleId, row.Rule.TitleJa, row.Rule.TitleEn, row.SubjectTitle, row.PolicyTitle,
            })
            .ToListAsync(cancel);
        IReadOnlyList<FoundAlert> read =
        [
            .. rows.Select(row => new FoundAlert(row.Id, row.PlanId, row.Key, new SearchEntry(
                SearchKind.Alert,
                null,
                [
                    new("search.sentence", row.MessageJa), new("search.sentence", row.MessageEn), new("search.subject", row.SubjectTitle), new("search.rule", $"{row.RuleId} {row.TitleJa}"),
                    new("search.rule", row.TitleEn), .. row.PolicyTitle is null ? Array.Empty<SearchField>() : [new("subject.policy", row.PolicyTitle)],
                ],
                AlertAddress.Of(row.CycleId, row.Key, null)))),
        ];
        if (byRun.Count >= MostRuns)
            byRun.Clear();
        byRun[run] = read;
        return read;
    }
}

/// <param name="Id">Of the observation.</param>
/// <param name="Key">The same in every run of the plan.</param>
internal sealed record FoundAlert(int Id, int Plan, string Key, SearchEntry Entry);
