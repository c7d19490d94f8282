using System.Globalization;
using System.Text.Json;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans.Changes;
using DxRules.Tests.Admin.Exchange.UglySheets;

namespace DxRules.Tests.Admin.Exchange;

/// <summary>Sheets that none of our own exporters made give what a careful clerk would have typed in from them, and nothing else.</summary>
public sealed class UglySheetsTests
{
    // What a sheet does not say itself: the year is the key of the row, the day is that of the import.
    private static readonly string[] Accompanying = ["fiscalYear", "reportedOn", "on", "by"];

    public static TheoryData<string> Files => [.. UglySheet.All.Select(sheet => sheet.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_tables_are_found_where_a_person_sees_them(string file)
    {
        var sheet = UglySheet.Of(file);

        var found = Read(sheet).Where(grid => !grid.IsHidden).SelectMany(TableFinder.Find).ToList();

        foreach (var table in sheet.Tables)
            found.Where(other => table.Sheet is null || other.Grid.Name == table.Sheet).Where(other => IsWhere(other, table))
                .ShouldNotBeEmpty($"{string.Join('-', table.Headings)}, {string.Join('-', table.Rows)} but was {string.Join("; ", found.Select(other => $"{other.Grid.Name} {other.FirstHeadingRow}, {other.FirstRow}-{LastOf(other)}"))}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_columns_are_known_by_their_headings(string file)
    {
        var sheet = UglySheet.Of(file);
        var grids = Read(sheet);

        foreach (var table in sheet.Tables)
        {
            var read = TableOf(grids, table);
            var guess = MappingGuess.Of(read, UglySheet.Plan);
            var guessed = guess.Columns.Zip(read.Columns).ToDictionary(pair => CellPlace.NameOf(pair.First.Place), pair => WordOf(pair.First, pair.Second, guess));
            var missed = table.Columns.Where(column => guessed.GetValueOrDefault(column.Key, UglyColumn.NotUsed) != column.Value)
                .Select(column => $"{column.Key}: {guessed.GetValueOrDefault(column.Key)} for {column.Value}")
                .Concat(guessed.Where(column => column.Value != UglyColumn.NotUsed && !table.Columns.ContainsKey(column.Key)).Select(column => $"{column.Key}: {column.Value} for nothing"));
            missed.Where(column => !table.Corrected.Contains(column.Split(':')[0])).ShouldBeEmpty(file);
            guess.Rows.ShouldBe(UglyColumn.KindOf(table.Kind));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sheet_gives_what_a_clerk_would_have_typed(string file)
    {
        var sheet = UglySheet.Of(file);
        var proposal = Propose(sheet);
        var leaves = Leaves(proposal);

        var wrong = new List<string>();
        foreach (var change in sheet.Changes)
        {
            var leaf = leaves.FirstOrDefault(leaf => leaf.Subject == change.Subject && leaf.Member == change.Member);
            if (leaf is null)
                wrong.Add($"missing: {change.Cell} {change.Subject} {change.Member} {change.New}");
            else if (!change.Fits(leaf.New) || change.OldText != leaf.Old)
                wrong.Add($"wrong: {change.Cell} {change.Subject} {change.Member} {change.OldText} → {change.New}, but was {leaf.Old} → {leaf.New}");
            else if (leaf.Cell != change.Cell && !(leaf.IsWhole && RowOf(leaf.Cell) == RowOf(change.Cell)))
                wrong.Add($"source: {change.Subject} {change.Member} from {change.Cell}, but was {leaf.Cell}");
            wrong.AddRange(change.Raw.Where(raw => !leaves.Any(other => other.Subject == change.Subject && other.New == raw.Value && other.Member.EndsWith($"raw/{raw.Key}", StringComparison.Ordinal)))
                .Select(raw => $"raw: {change.Cell} {raw.Value}"));
        }
        wrong.AddRange(leaves.Where(leaf => !Accompanying.Contains(leaf.Member[(leaf.Member.LastIndexOf('/') + 1)..]) && !leaf.Member.Contains("raw/", StringComparison.Ordinal)
                && !sheet.Changes.Any(change => change.Subject == leaf.Subject && change.Member == leaf.Member))
            .Select(leaf => $"too much: {leaf}"));
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_not_clear_is_asked_about_and_nothing_else(string file)
    {
        var sheet = UglySheet.Of(file);
        var proposal = Propose(sheet);

        var told = proposal.Problems.Where(problem => problem.At is not null).Select(problem => problem.At!.Name).ToHashSet(StringComparer.Ordinal);
        var wrong = sheet.Ask.Where(question => !question.Cells.Any(told.Contains)).Select(question => $"not asked: {string.Join('|', question.Cells)} {question.Why}").ToList();
        wrong.AddRange(proposal.Problems.Where(problem => problem.At is not null && !MayBeTold(sheet, problem.At)).Select(problem => $"too much: {problem.At} {problem.Problem.Severity} {problem.Problem.Code} {problem.Problem.Message.Ja}"));
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_are_told_apart(string file)
    {
        var sheet = UglySheet.Of(file);
        var rows = Propose(sheet).Rows;

        var wrong = sheet.Unchanged.Where(row => !rows.Any(other => other.At.Row == row && other.Outcome == ImportOutcome.Unchanged)).Select(row => $"not unchanged: {row}").ToList();
        wrong.AddRange(sheet.NotRecognised.Where(row => !rows.Any(other => Number(other.At.Row) == row && other.Outcome == ImportOutcome.NotRecognised)).Select(row => $"recognised: {row}"));
        wrong.AddRange(rows.Where(row => row.Outcome == ImportOutcome.NotRecognised && !sheet.NotRecognised.Contains(Number(row.At.Row)) && !MayBeTold(sheet, row.At) && !IsAskedAbout(sheet, row.At.Row))
            .Select(row => $"not recognised: {row.At} {row.Title}"));
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_taken_over_makes_a_plan(string file)
    {
        var applied = PlanChanges.Apply(UglySheet.Plan, Propose(UglySheet.Of(file)).Changes);

        applied.Conflicts.ShouldBeEmpty();
        applied.Document.ShouldNotBeNull(string.Join('\n', applied.Diagnostics.Select(problem => problem.Message.Ja)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_hidden_is_said(string file)
    {
        var sheet = UglySheet.Of(file);
        var reading = GridFile.Read(sheet.File, sheet.Content);
        var told = string.Join('\n', reading.Problems.Select(problem => $"{problem.At?.Sheet} {problem.Problem.Message.Ja}"));

        foreach (var table in sheet.Tables)
        {
            reading.Grids!.Where(grid => grid.IsHidden).Select(grid => grid.Name).ShouldBe(table.HiddenSheets);
            foreach (var hidden in table.HiddenRows.Select(Number).Concat(table.HiddenColumns).Concat(table.HiddenSheets))
                told.ShouldContain(hidden);
        }
    }

    [Fact]
    public void The_example_of_the_instructions_is_not_taken_for_the_form()
    {
        var found = Read(UglySheet.Of("08-kenko-houkoku.xlsx")).SelectMany(TableFinder.Find).ToList();

        found.Where(table => table.IsExample).Select(table => table.Grid.Name).ShouldBe(["記入要領"]);
    }

    [Fact]
    public void A_value_on_another_sheet_is_named_with_its_sheet()
    {
        var tables = Read(UglySheet.Of("08-kenko-houkoku.xlsx")).Where(grid => !grid.IsHidden).SelectMany(TableFinder.Find).Select(table => (table, MappingGuess.Of(table, UglySheet.Plan))).ToList();

        var proposal = TableImport.Propose(UglySheet.Plan, tables, UglySheet.Today, null, TestContext.Current.CancellationToken);

        proposal.Problems.Select(problem => problem.Problem.Message.Ja).ShouldContain("同じ項目に違う値があります（記入要領!F8 に「99」、F6 に「34.8」）。");
    }

    private static IReadOnlyList<Grid> Read(UglySheet sheet)
    {
        var reading = GridFile.Read(sheet.File, sheet.Content);
        reading.Problems.Where(problem => problem.IsError).ShouldBeEmpty();
        return reading.Grids.ShouldNotBeNull();
    }

    private static ImportProposal Propose(UglySheet sheet)
    {
        var grids = Read(sheet);
        var tables = sheet.Tables.Select(table => (Table: TableOf(grids, table), table)).Select(pair => (pair.Table, Corrected(pair.Table, pair.table))).ToList();
        return TableImport.Propose(UglySheet.Plan, tables, UglySheet.Today, null, TestContext.Current.CancellationToken);
    }

    // As found, or where it is not, as a person would set the rows on the page.
    private static Table TableOf(IReadOnlyList<Grid> grids, UglyTable table)
    {
        var grid = table.Sheet is null ? grids.Single() : grids.Single(grid => grid.Name == table.Sheet);
        return TableFinder.Find(grid).FirstOrDefault(found => IsWhere(found, table))
            ?? TableFinder.At(grid, table.Headings[0], table.Rows[0], table.Rows[1]);
    }

    private static bool IsWhere(Table found, UglyTable table) =>
        found.FirstHeadingRow >= table.Headings[0] && found.FirstHeadingRow <= table.Headings[1] && found.FirstRow == table.Rows[0] && LastOf(found) == table.Rows[1];

    private static int LastOf(Table table) => table.Rows.Where(row => !table.Totals.Contains(row) && !table.Grid.HiddenRows.Contains(row)).DefaultIfEmpty().Max();

    // What the program guesses, corrected by what a person would choose.
    private static TableMapping Corrected(Table found, UglyTable table)
    {
        var guess = MappingGuess.Of(found, UglySheet.Plan);
        return guess with
        {
            Rows = UglyColumn.KindOf(table.Kind),
            FiscalYear = table.FiscalYear ?? guess.FiscalYear,
            Columns = [.. guess.Columns.Select(column => UglyColumn.Of(table.Columns.GetValueOrDefault(CellPlace.NameOf(column.Place), UglyColumn.NotUsed), column))],
        };
    }

    // A year that the heading names is left to it.
    private static string WordOf(ColumnMapping column, TableColumn heading, TableMapping mapping) => UglyColumn.WordOf(column, column.FiscalYear ?? heading.Period?.Year, mapping.Rows);

    private static bool MayBeTold(UglySheet sheet, CellPlace at) =>
        sheet.MayAsk.Contains(at.Name) || sheet.Ask.Any(question => question.Cells.Contains(at.Name)) || sheet.NotRecognised.Contains(Number(at.Row))
        || sheet.Tables.Any(table => table.HiddenRows.Contains(at.Row) || table.HiddenColumns.Contains(CellPlace.NameOf(at.Column)));

    private static bool IsAskedAbout(UglySheet sheet, int row) => sheet.Ask.SelectMany(question => question.Cells).Any(cell => RowOf(cell) == Number(row));

    private static string RowOf(string? cell) => cell?.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]) ?? "";

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);

    // Every plain value that changes, with the cell it came from.
    private static IReadOnlyList<Leaf> Leaves(ImportProposal proposal)
    {
        var leaves = new List<Leaf>();
        foreach (var change in proposal.Changes)
        {
            var before = Plain(change.Old);
            var after = Plain(change.New);
            foreach (var way in after.Keys.Union(before.Keys))
                Add(change, change.Member + way, before.GetValueOrDefault(way), after.GetValueOrDefault(way));
        }
        return leaves;

        void Add(PlanChange change, string member, string? old, string? now)
        {
            for (var at = member; ; at = at[..at.LastIndexOf('/')])
            {
                if (proposal.Sources.TryGetValue((change.Subject, at), out var place))
                {
                    leaves.Add(new Leaf(change.Subject, member, old, now, place.Name, at != member));
                    return;
                }
                if (!at.Contains('/', StringComparison.Ordinal))
                {
                    leaves.Add(new Leaf(change.Subject, member, old, now, null, true));
                    return;
                }
            }
        }
    }

    private static Dictionary<string, string?> Plain(string? json)
    {
        var plain = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json is not null)
            Walk(JsonDocument.Parse(json).RootElement, "");
        return plain;

        void Walk(JsonElement value, string way)
        {
            if (value.ValueKind == JsonValueKind.Object)
                foreach (var member in value.EnumerateObject())
                    Walk(member.Value, $"{way}/{member.Name}");
            else if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(element => element.ValueKind == JsonValueKind.Object))
                foreach (var element in value.EnumerateArray())
                    Walk(element, $"{way}/{element.GetProperty("fiscalYear")}");
            else
                plain[way] = UglyChange.TextOf(value);
        }
    }

    /// <param name="IsWhole">Whether the cell is that of a row as a whole of which this is a part.</param>
    private sealed record Leaf(string Subject, string Member, string? Old, string? New, string? Cell, bool IsWhole);
}
