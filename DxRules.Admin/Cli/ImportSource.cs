using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Exchange.Tables;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>The file of an import: a form of our own, tables of which a mapping says what stands where, or what another municipality published.</summary>
internal sealed class ImportSource(ImportRequest request, Terminal terminal, Language language)
{
    /// <summary>What the file would change, and the file of the mapping used, where there is one; null where it cannot be read, which is told.</summary>
    public (ImportProposal Proposal, byte[]? Mapping)? Propose(PlanDocument plan, CancellationToken cancel)
    {
        using var progress = new Progress(terminal, language, new LocalizedText($"{request.File} を読んでいます", $"reading {request.File}"));
        if (Content(request.File) is not { } content)
            return null;
        if (PlanFiles.KindOf(request.File) == PlanFileKind.Archive)
            return (WorkbookImport.Propose(plan, PlanCsv.ReadZip(request.File, content), null), null);
        if (PeerFiles.IsJson(content))
            return Peers(plan, content, progress, cancel);
        var reading = GridFile.Read(request.File, content, cancel);
        if (reading.Grids is not { } grids)
        {
            progress.Clear();
            Print(reading.Problems);
            return null;
        }
        if (PeerFiles.IsTable(grids))
            return Peers(plan, content, progress, cancel);
        if (request.Mapping is null && OwnWorkbook.Is(grids))
            return (WorkbookImport.Propose(plan, PlanWorkbookReader.Read(request.File, content), null), null);
        if (Tables(grids, plan) is not { } tables)
            return null;
        var total = tables.Sum(table => table.Table.Rows.Count);
        var rows = new RowsDone(done => progress.Say(new LocalizedText($"{done}行目まで見ました（全{total}行）", $"looked at {done} of {total} rows")));
        var proposal = TableImport.Propose(plan, tables, AsOfOption.Today(terminal), rows, cancel);
        return (proposal with { Problems = [.. TableProblems.Of(reading.Problems, tables), .. proposal.Problems] }, TableMappingFile.Write([.. tables.Select(table => table.Mapping)]));
    }

    private (ImportProposal Proposal, byte[]? Mapping)? Peers(PlanDocument plan, byte[] content, Progress progress, CancellationToken cancel)
    {
        var (file, problems) = PeerFiles.Read(request.File, content, cancel);
        if (file is null)
        {
            progress.Clear();
            Print(problems);
            return null;
        }
        var mapping = PeerGuess.Of(OwnSeries.Of(plan), file, []);
        if (request.Mapping is { } said)
        {
            if (Content(said) is not { } pairs)
                return null;
            if (PeerMapping.Read(pairs) is var (read, why) && read is null)
            {
                Refuse($"{said} は指標の組合せのファイル（{PeerMapping.FormatName}）として読めません: {why}", $"{said} is no file of pairs ({PeerMapping.FormatName}): {why}");
                return null;
            }
            mapping = read;
        }
        return (PeerImport.Propose(request.File, plan, file, mapping, []), mapping.ToFile());
    }

    private IReadOnlyList<(Table Table, TableMapping Mapping)>? Tables(IReadOnlyList<Grid> grids, PlanDocument plan)
    {
        if (request.Sheet is { } sheet && grids.All(grid => grid.Name != sheet))
            return Refuse($"シート「{sheet}」はありません。あるのは{string.Join("、", grids.Select(grid => $"「{grid.Name}」"))}です。", $"There is no sheet '{sheet}'. There are {string.Join(", ", grids.Select(grid => $"'{grid.Name}'"))}.");
        var chosen = grids.Where(grid => request.Sheet is null ? !grid.IsHidden : grid.Name == request.Sheet).ToList();
        var tables = request.Mapping is { } mapping ? Mapped(mapping, chosen) : Guessed(chosen, plan);
        if (tables is null)
            return null;
        if (tables.Count == 0)
            return Refuse($"{request.File} に、取り込める表が見つかりません。見出しと行のある表か確かめてください。", $"{request.File} holds no table that can be taken in. See whether it has headings and rows.");
        return [.. tables.Select(table => (table.Table, table.Mapping with { FiscalYear = request.FiscalYear ?? table.Mapping.FiscalYear, AddsRows = table.Mapping.AddsRows || request.AddsRows }))];
    }

    // A table of which nothing is known is a list of something else; whoever asks for the mapping wants to say what it is.
    private List<(Table Table, TableMapping Mapping)> Guessed(IReadOnlyList<Grid> grids, PlanDocument plan)
    {
        var index = new PlanIndex(plan);
        var tables = grids.SelectMany(TableFinder.Find).Select(table => (Table: table, Mapping: MappingGuess.Of(table, index))).ToLookup(pair => request.WriteMapping is not null || MappingGuess.IsKnown(pair.Table, pair.Mapping));
        foreach (var (table, _) in tables[false])
        {
            terminal.Error.WriteLine(new LocalizedText(
                $"{table.Grid.Name} の{table.FirstHeadingRow}行目からの表は、何の表か分からないので取り込みません。列の対応は --write-mapping で書き出せます。",
                $"{table.Grid.Name}: what the table from row {table.FirstHeadingRow} on is about is not known; it is left out. --write-mapping writes its columns.").In(language));
        }
        return [.. tables[true]];
    }

    private List<(Table Table, TableMapping Mapping)>? Mapped(string file, IReadOnlyList<Grid> grids)
    {
        if (Content(file) is not { } content)
            return null;
        var (mappings, problems) = TableMappingFile.Read(file, content);
        if (mappings is null)
        {
            foreach (var problem in problems)
                terminal.Error.WriteLine($"{file}: {problem.Code}: {problem.Message.In(language)}");
            return null;
        }
        var tables = new List<(Table, TableMapping)>();
        foreach (var mapping in mappings.Where(mapping => request.Sheet is null || mapping.Sheet == request.Sheet || grids.Count == 1))
        {
            // A text file has one sheet, which bears the name of the file.
            var grid = grids.FirstOrDefault(grid => grid.Name == mapping.Sheet) ?? (grids.Count == 1 ? grids[0] : null);
            if (grid is null || mapping.FirstRow <= mapping.FirstHeadingRow || mapping.FirstRow > grid.Rows.Count)
            {
                Refuse($"{file} のシート「{mapping.Sheet}」の{mapping.FirstRow}行目が {request.File} にありません。", $"{request.File} has no row {mapping.FirstRow} on the sheet '{mapping.Sheet}' that {file} names.");
                return null;
            }
            tables.Add((TableFinder.At(grid, mapping.FirstHeadingRow, mapping.FirstRow, mapping.LastRow), mapping));
        }
        return tables;
    }

    private byte[]? Content(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Refuse($"{file} を読めません。ファイル名とアクセス権を確かめてください。", $"{file} cannot be read. See whether the name is right and may be read.");
            return null;
        }
    }

    private void Print(IEnumerable<CellProblem> problems)
    {
        foreach (var problem in problems)
            terminal.Error.WriteLine(ImportText.Line(request.File, problem, language));
    }

    private IReadOnlyList<(Table Table, TableMapping Mapping)>? Refuse(string ja, string en)
    {
        terminal.Error.WriteLine(new LocalizedText(ja, en).In(language));
        return null;
    }

    private sealed class RowsDone(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
