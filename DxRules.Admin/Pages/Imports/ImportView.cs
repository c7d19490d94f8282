using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Imports;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Pages.Imports;

/// <summary>A page of what comparing a file with the plan found.</summary>
internal sealed class ImportView
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 100;

    /// <summary>Problems that are listed; all of them stand in the marked workbook.</summary>
    public const int MostProblems = 100;

    private readonly CheckedRows rows;

    /// <param name="show">The name of an outcome; null for all rows that change something or could not be taken.</param>
    public ImportView(CheckedRows rows, ShownRows words, string? show, int page)
    {
        this.rows = rows;
        var byPlace = rows.Check.Changes.Select(change => (Place: rows.PlaceOf(change), Change: change)).ToList();
        var changes = byPlace.Where(pair => pair.Place is not null).ToLookup(pair => pair.Place!, pair => pair.Change);
        Shown = Enum.TryParse<ImportOutcome>(show, ignoreCase: true, out var outcome) ? outcome : null;
        var found = rows.Check.Rows.Where(row => Shown is { } wanted ? row.Outcome == wanted : row.Outcome != ImportOutcome.Unchanged).ToList();
        Total = found.Count;
        Page = Math.Clamp(page, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = [.. found.Skip((Page - 1) * PageSize).Take(PageSize).Select(row => words.Of(row, changes[row.Place], rows))];
        var places = rows.Check.Rows.Select(row => row.Place).ToHashSet();
        Loose = Page == 1 && Shown is null ? [.. byPlace.Where(pair => pair.Place is null || !places.Contains(pair.Place)).Take(PageSize).Select(pair => words.Of(pair.Change, rows))] : [];
        Problems = [.. rows.Problems.OrderByDescending(problem => problem.IsError)];
        (Changes, Faulty) = (rows.Changes.Count, rows.Faulty.Count);
    }

    /// <summary>The outcome whose rows are shown; null for all that matter.</summary>
    public ImportOutcome? Shown { get; }

    public int Page { get; }

    /// <summary>Rows on all pages.</summary>
    public int Total { get; }

    public IReadOnlyList<ShownRow> Rows { get; }

    /// <summary>Changes that come from no row that is told.</summary>
    public IReadOnlyList<ShownCellChange> Loose { get; }

    /// <summary>Rows that have an error and are not left out.</summary>
    public int Faulty { get; }

    /// <summary>The errors first.</summary>
    public IReadOnlyList<CheckedProblem> Problems { get; }

    /// <summary>How many values change.</summary>
    public int Changes { get; }

    public Admin.Cycles.CheckEffect? Effect => rows.Check.Effect;

    public bool IsReady => rows.IsReady;

    public int Count(ImportOutcome outcome) => rows.Check.Rows.Count(row => row.Outcome == outcome && !rows.IsLeftOut(row.Place));

    /// <summary>A row as a form sends it.</summary>
    public static string KeyOf(ImportPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Row}\t{place.Sheet}\t{place.Subject}");

    /// <summary>Null for what no form of ours sends.</summary>
    public static ImportPlace? PlaceOf(string key) =>
        key.Split('\t') is [var row, var sheet, var subject] && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ImportPlace(sheet, number, subject.Length > 0 ? subject : null)
            : null;
}
