using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Engine.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>What of a run a filter leaves, and the page of it that is shown.</summary>
/// <param name="Sum">Alerts before and now, as far as the viewer may see them.</param>
/// <param name="Totals">What the filter leaves on all pages.</param>
/// <param name="Rows">How many rows all pages have together.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Shown">What stands on the page.</param>
/// <param name="Lines">The lines of the page, by the ids of their rows.</param>
internal sealed record AlertListView(
    LifecycleSum Sum, ListTotals Totals, int Rows, int Page, OrderedRows Shown, IReadOnlyDictionary<int, AlertLine> Lines, FilterChoices Choices, ListSight Sight)
{
    /// <summary>Of the alerts folded under one, how many stand on the screen; all of them stand on the page of that one.</summary>
    public const int MostFolded = 10;

    public static async Task<AlertListView> Read(AdminDb db, ShownRun shown, RunHead run, AlertFilter filter, ListSight sight, Texts texts, CancellationToken cancel)
    {
        var ordered = await Order(db, shown.Cycle, run, filter, sight, texts, cancel);
        var size = filter.ShowsAll ? int.MaxValue : AlertFilter.PageSize;
        var page = Math.Min(filter.PageNumber, Math.Max(1, (int)Math.Ceiling(ordered.Count / (double)size)));
        var part = ordered.Cut((page - 1) * size, size);
        var lines = await AlertLines.Read(db, run.Id, Wanted(db, shown.Cycle, run, filter, part), cancel);
        return new AlertListView(
            await SumOf(db, run, cancel), ListTotals.Of(ordered), ordered.Count, page, part, lines.ToDictionary(line => line.Id), await FilterChoices.Of(db, run, sight.Departments, cancel), sight);
    }

    /// <summary>All lines that a filter leaves, in the order of the list.</summary>
    public static async Task<IReadOnlyList<AlertLine>> ReadAll(
        AdminDb db, ShownRun shown, RunHead run, AlertFilter filter, ListSight sight, Texts texts, CancellationToken cancel)
    {
        var ordered = await Order(db, shown.Cycle, run, filter, sight, texts, cancel);
        var narrowed = filter.Narrow(db.Observations.Where(row => row.RunId == run.Id), shown.Cycle.Code, db.Viewer);
        var lines = (await AlertLines.Read(db, run.Id, narrowed, cancel)).ToDictionary(line => line.Id);
        return [.. ordered.All.Select(row => lines[row.Id])];
    }

    /// <summary>What stands under a row on the page.</summary>
    public IEnumerable<AlertLine> FoldedUnder(FoldedRow row) => row.Folded.Where(folded => Lines.ContainsKey(folded.Id)).Select(folded => Lines[folded.Id]);

    private static async Task<OrderedRows> Order(
        AdminDb db, CycleHead cycle, RunHead run, AlertFilter filter, ListSight sight, Texts texts, CancellationToken cancel)
    {
        var wanted = filter.Narrow(db.Observations.AsNoTracking().Where(row => row.RunId == run.Id), cycle.Code, db.Viewer);
        var rows = (await ListedRow.Read(wanted, filter, cancel))
            .Select(row => row.Outcome == Outcome.Alert ? row with { Standing = sight.Standings.Of(row.Key) } : row)
            .Where(row => filter.Covers(row.Standing, sight.Today)).ToList();
        return OrderedRows.Of(rows, filter, sight.Departments, texts);
    }

    // Of a page the rows by their ids; of all pages what the filter leaves, since thousands of ids make no good query.
    private static IQueryable<ObservationRow> Wanted(AdminDb db, CycleHead cycle, RunHead run, AlertFilter filter, OrderedRows part)
    {
        if (filter.ShowsAll)
            return filter.Narrow(db.Observations.Where(row => row.RunId == run.Id), cycle.Code, db.Viewer);
        var ids = part.Groups.SelectMany(group => group.Rows).SelectMany(row => row.Folded.Take(MostFolded).Prepend(row.Row)).Concat(part.Faults).Concat(part.Left)
            .Select(row => row.Id).ToList();
        return db.Observations.Where(row => ids.Contains(row.Id));
    }

    private static async Task<LifecycleSum> SumOf(AdminDb db, RunHead run, CancellationToken cancel)
    {
        var states = await db.Observations.Where(row => row.RunId == run.Id && row.State != null).GroupBy(row => row.State)
            .Select(group => new { State = group.Key!.Value, Count = group.Count() }).ToListAsync(cancel);
        return LifecycleSum.Of(states.SelectMany(state => Enumerable.Repeat(state.State, state.Count)));
    }
}

/// <summary>What is known besides the observations of a run.</summary>
/// <param name="Standings">Where the work on the alerts stands.</param>
internal sealed record ListSight(DepartmentNames Departments, AnswerStandings Standings, DateOnly Today);

/// <summary>表示 8件 = 指摘 4件 + 判定不能 1件 + 折りたたみ 2件 + 評価エラー 1件: each observation is counted once.</summary>
/// <param name="Shown">Alerts that stand for themselves.</param>
/// <param name="Undetermined">Results that do not stand under an alert.</param>
/// <param name="Folded">Alerts and undetermined results that stand under another.</param>
/// <param name="Left">Alerts of the cycle before that are none now; no part of the sum.</param>
/// <param name="Works">How far people have come with the alerts, folded ones too; none is left out.</param>
internal sealed record ListTotals(int Shown, int Undetermined, int Folded, int Faults, int Left, IReadOnlyList<(WorkState State, int Count)> Works)
{
    public int Alerts => Works.Sum(work => work.Count);

    public int All => Shown + Undetermined + Folded + Faults;

    public static ListTotals Of(OrderedRows rows)
    {
        var own = rows.Groups.SelectMany(group => group.Rows).ToLookup(row => row.Row.Outcome);
        return new ListTotals(
            own[Outcome.Alert].Count(),
            own[Outcome.Undetermined].Count() + rows.Undetermined.SelectMany(group => group.Rows).Select(row => row.Id).Distinct().Count(),
            rows.Groups.SelectMany(group => group.Rows).Sum(row => row.Folded.Count),
            rows.Faults.Count,
            rows.Left.Count,
            [
                .. rows.Groups.SelectMany(group => group.Rows).SelectMany(row => row.Folded.Prepend(row.Row)).Select(row => row.Standing?.State).OfType<WorkState>()
                    .GroupBy(state => state).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())),
            ]);
    }
}

/// <summary>What the filter of a run can be set to, as far as the viewer sees it.</summary>
/// <param name="Departments">Ids without the municipality, and names.</param>
internal sealed record FilterChoices(
    IReadOnlyList<string> Categories, IReadOnlyList<(string Id, Bilingual Title)> Rules, IReadOnlyList<(string Id, string Name)> Departments, bool HasMine)
{
    public static async Task<FilterChoices> Of(AdminDb db, RunHead run, DepartmentNames departments, CancellationToken cancel)
    {
        var observed = db.Observations.AsNoTracking().Where(row => row.RunId == run.Id && row.Outcome != Outcome.Gone);
        var rules = await observed.Select(row => new { row.Rule!.RuleId, row.Rule.TitleJa, row.Rule.TitleEn, row.Category }).Distinct().ToListAsync(cancel);
        var answering = await observed.SelectMany(row => row.Departments).Select(department => department.Department).Distinct().ToListAsync(cancel);
        return new FilterChoices(
            [.. rules.Select(rule => rule.Category).Where(category => category.Length > 0).Distinct().Order(StringComparer.Ordinal)],
            [.. rules.Select(rule => (rule.RuleId, new Bilingual(rule.TitleJa, rule.TitleEn))).Distinct().OrderBy(rule => rule.RuleId, StringComparer.Ordinal)],
            [.. departments.InOrder(answering).Select(id => (DepartmentNames.IdOf(id), departments[id]))],
            db.Viewer.Departments.Count > 0);
    }
}
