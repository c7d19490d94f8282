using System.Runtime.CompilerServices;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Audit;

/// <summary>Reads the log for people: newest first, as far as the viewer may see it.</summary>
internal sealed class AuditReading(AdminDb db, Texts texts, Viewer viewer)
{
    public const int PageSize = 100;

    private const int Batch = 500;

    /// <summary>The people there are, by their ids.</summary>
    public async Task<IReadOnlyDictionary<int, string>> People(CancellationToken cancel) =>
        await db.Users.AsNoTracking().OrderBy(user => user.DisplayName).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);

    /// <summary>A page of entries, and the address of the next where there is one.</summary>
    public async Task<AuditPage> Page(AuditFilter filter, CancellationToken cancel)
    {
        var lines = new List<AuditLine>(PageSize + 1);
        await foreach (var line in Read(filter, cancel))
        {
            lines.Add(line);
            if (lines.Count > PageSize)
                break;
        }
        var next = lines.Count > PageSize ? (filter with { Before = lines[PageSize - 1].Hash }).Address() : null;
        return new AuditPage([.. lines.Take(PageSize)], next);
    }

    /// <summary>Everything that a filter leaves.</summary>
    public async IAsyncEnumerable<AuditLine> Read(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        var names = new Names(await People(cancel), await Plans(cancel));
        var before = await db.Audit.Where(row => row.Hash == filter.Before).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel) ?? int.MaxValue;
        while (true)
        {
            var rows = await filter.Of(db.Audit.AsNoTracking()).Where(row => row.Id < before).OrderByDescending(row => row.Id).Take(Batch).ToListAsync(cancel);
            foreach (var line in rows.Select(row => Line(row, names)).Where(line => Holds(line, filter.Q)))
                yield return line;
            if (rows.Count < Batch)
                yield break;
            before = rows[^1].Id;
        }
    }

    private AuditLine Line(AuditRow row, Names names) => new(
        viewer.SeesSecrets ? row.Id : null,
        row.At,
        row.UserId is { } user ? names.People.GetValueOrDefault(user) ?? texts["log.unknownPerson", user] : texts[$"log.by.{row.Origin}"],
        row.OnBehalfOf,
        AuditSentence.NameOfGroup(AuditActions.GroupOf(row.Action), texts),
        AuditSentence.Of(row.Action, row.Details, texts),
        row.PlanId is { } plan ? names.Plans.GetValueOrDefault(plan) : null,
        row.SubjectId,
        [.. row.Changes.Select(change => change with { Name = AuditSentence.NameOf(change, texts) })],
        row.Secret,
        row.Hash);

    private static bool Holds(AuditLine line, string? words) =>
        string.IsNullOrWhiteSpace(words)
        || new SearchText([line.Who, line.OnBehalfOf, line.Group, line.Sentence, line.Plan, line.Subject, .. line.Changes.SelectMany(change => new[] { change.Name, change.Old, change.New })])
            .Holds(words);

    private async Task<IReadOnlyDictionary<int, string>> Plans(CancellationToken cancel)
    {
        var plans = await db.Plans.AsNoTracking()
            .Select(plan => new { plan.Id, Head = plan.Versions.OrderByDescending(version => version.Number).Select(version => new { version.Title, version.MunicipalityName }).First() })
            .ToListAsync(cancel);
        return plans.ToDictionary(plan => plan.Id, plan => $"{plan.Head.MunicipalityName} {plan.Head.Title}");
    }

    private sealed record Names(IReadOnlyDictionary<int, string> People, IReadOnlyDictionary<int, string> Plans);
}

/// <param name="Next">Address of the older entries; null where there are none.</param>
internal sealed record AuditPage(IReadOnlyList<AuditLine> Lines, string? Next);
