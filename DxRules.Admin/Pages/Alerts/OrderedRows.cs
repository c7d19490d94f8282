using DxRules.Admin.Data;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>The rows that a filter leaves, in the order in which list and export show them.</summary>
/// <param name="Groups">Alerts that stand for themselves, under their headings; or what misses a fact, where that is asked for.</param>
/// <param name="Undetermined">By the fact they miss, so some more than once.</param>
/// <param name="Left">Alerts of the cycle before that are none now.</param>
internal sealed record OrderedRows(
    IReadOnlyList<RowGroup> Groups, IReadOnlyList<MissingGroup> Undetermined, IReadOnlyList<ListedRow> Faults, IReadOnlyList<ListedRow> Left)
{
    public static OrderedRows Of(IReadOnlyList<ListedRow> rows, AlertFilter filter, DepartmentNames departments, Texts texts)
    {
        var here = rows.Where(row => row.Outcome != Outcome.Gone).ToList();
        var folded = filter.ShowsFolded ? Folding.Unfold(here) : Folding.Fold(here);
        var undetermined = folded.Where(row => row.Row.Outcome == Outcome.Undetermined).ToList();
        if (!string.IsNullOrWhiteSpace(filter.Missing))
            return new OrderedRows(RowGroup.Of(undetermined.Where(row => MissingGroup.Covers(filter.Missing, row.Row)), filter.Order, departments, texts), [], [], []);
        return new OrderedRows(
            RowGroup.Of(folded.Where(row => row.Row.Outcome == Outcome.Alert), filter.Order, departments, texts),
            MissingGroup.Of(undetermined.Select(row => row.Row)),
            [.. folded.Where(row => row.Row.Outcome == Outcome.Fault).Select(row => row.Row)],
            [.. rows.Where(row => row.Outcome == Outcome.Gone)]);
    }

    /// <summary>Rows of the page: a group of undetermined results takes one, and what is folded takes none.</summary>
    public int Count => Groups.Sum(group => group.Rows.Count) + Undetermined.Count + Faults.Count + Left.Count;

    /// <summary>Every row once, each before those that are folded under it.</summary>
    public IEnumerable<ListedRow> All =>
        Groups.SelectMany(group => group.Rows).SelectMany(row => row.Folded.Prepend(row.Row))
            .Concat(Undetermined.SelectMany(group => group.Rows).DistinctBy(row => row.Id))
            .Concat(Faults).Concat(Left);

    /// <summary>What stands on one page.</summary>
    public OrderedRows Cut(int skip, int take)
    {
        var slice = new Slice(skip, take);
        return new OrderedRows(
            [.. Groups.Select(group => group with { Rows = slice.Of(group.Rows), Continues = slice.Began }).Where(group => group.Rows.Count > 0)],
            slice.Of(Undetermined), slice.Of(Faults), slice.Of(Left));
    }

    /// <summary>A part of several lists that stand one after the other.</summary>
    private sealed class Slice(int skip, int take)
    {
        /// <summary>Whether the part of the last list begins after its first row.</summary>
        public bool Began { get; private set; }

        public IReadOnlyList<T> Of<T>(IReadOnlyList<T> rows)
        {
            var from = Math.Min(skip, rows.Count);
            var part = rows.Skip(from).Take(take).ToList();
            Began = from > 0;
            skip -= from;
            take -= part.Count;
            return part;
        }
    }
}
