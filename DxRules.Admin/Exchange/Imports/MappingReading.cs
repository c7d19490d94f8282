using System.Text.Json;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Reads a file of mappings, and all that is wrong with it.</summary>
internal sealed class MappingReading(string name)
{
    private const int LongestText = 1000;
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    private readonly SourceText source = new(name, "");
    private readonly List<Diagnostic> problems = [];
    private readonly List<TableMapping> tables = [];

    public IReadOnlyList<Diagnostic> Problems => problems;

    public IReadOnlyList<TableMapping> Tables => tables;

    public void Wrong(string path, string ja, string en) =>
        problems.Add(new Diagnostic("DX640", DiagnosticSeverity.Error, new LocalizedText($"{path}: {ja}", $"{path}: {en}"), source, default, Path: path));

    public void Read(ReadOnlyMemory<byte> content) => Parse(content, root =>
    {
        Known(root, "$", "format", "tables");
        if (Text(root, "$", "format") is { } format && format != TableMappingFile.Format)
            Wrong("$.format", $"「{TableMappingFile.Format}」のはずですが「{format}」です。", $"Expected '{TableMappingFile.Format}', found '{format}'.");
        foreach (var (table, path) in Elements(root, "$", "tables", TableMappingFile.MostTables))
            AddTable(table, path);
    });

    public void ReadTable(ReadOnlyMemory<byte> content) => Parse(content, root => AddTable(root, "$"));

    private void Parse(ReadOnlyMemory<byte> content, Action<JsonElement> read)
    {
        try
        {
            var bytes = content.Span.StartsWith("\uFEFF"u8) ? content["\uFEFF"u8.Length..] : content;
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                read(json.RootElement);
            else
                Wrong("$", "オブジェクトのはずです。", "Expected an object.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            Wrong("$", $"JSONとして読めません{(wrong is JsonException { LineNumber: { } line } ? $"（{line + 1}行目）" : "")}。", $"This is not JSON{(wrong is JsonException { LineNumber: { } number } ? $" (line {number + 1})" : "")}.");
        }
    }

    private void AddTable(JsonElement table, string path)
    {
        Known(table, path, "sheet", "firstHeadingRow", "firstRow", "lastRow", "rows", "fiscalYear", "addsRows", "layout", "columns");
        var first = Number(table, path, "firstHeadingRow", 1, LastRow) ?? 1;
        var columns = Elements(table, path, "columns", TableMappingFile.MostColumns).Select(column => Column(column.Element, column.Path)).ToList();
        foreach (var twice in columns.GroupBy(column => column.Place).Where(same => same.Count() > 1))
            Wrong($"{path}.columns", $"列{Grids.CellPlace.NameOf(twice.Key)}が二つあります。", $"The column {Grids.CellPlace.NameOf(twice.Key)} stands twice.");
        tables.Add(new TableMapping
        {
            Sheet = Text(table, path, "sheet") ?? "",
            FirstHeadingRow = first,
            FirstRow = Number(table, path, "firstRow", first, LastRow) ?? first + 1,
            LastRow = table.TryGetProperty("lastRow", out _) ? Number(table, path, "lastRow", first, LastRow) : null,
            Rows = Word<ImportRowKind>(table, path, "rows"),
            FiscalYear = Year(table, path),
            AddsRows = table.TryGetProperty("addsRows", out var adds) && adds.ValueKind == JsonValueKind.True,
            Layout = table.TryGetProperty("layout", out _) ? Text(table, path, "layout") ?? "" : "",
            Columns = columns,
        });
    }

    private ColumnMapping Column(JsonElement column, string path)
    {
        Known(column, path, "column", "heading", "field", "fiscalYear", "subject");
        var letters = Text(column, path, "column") ?? "A";
        var place = PlaceOf(letters);
        if (place is null)
            Wrong($"{path}.column", $"列は A、B … のはずですが「{letters}」です。", $"Expected a column such as A or B, found '{letters}'.");
        return new ColumnMapping(place ?? 0, Text(column, path, "heading") ?? "", Word<ImportField>(column, path, "field"), Year(column, path), column.TryGetProperty("subject", out _) ? Text(column, path, "subject") : null);
    }

    private static int? PlaceOf(string letters)
    {
        if (letters.Length is 0 or > 3 || !letters.All(char.IsAsciiLetterUpper))
            return null;
        var place = letters.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) - 1;
        return place < LastColumn ? place : null;
    }

    private int? Year(JsonElement json, string path) =>
        json.TryGetProperty("fiscalYear", out _) ? Number(json, path, "fiscalYear", PlanLimits.FirstYear, PlanLimits.LastYear) : null;

    private T Word<T>(JsonElement json, string path, string member) where T : struct, Enum
    {
        if (Text(json, path, member) is not { } text)
            return default;
        var words = PlanWords.Of(typeof(T));
        if (words.TryGetValue(text, out var word))
            return (T)word;
        var nearest = Spelling.Nearest(text, words.Keys);
        Wrong($"{path}.{member}", $"「{text}」は使えません。{(nearest is null ? "" : $"{nearest} のことでしょうか。")}使えるのは {string.Join(", ", words.Keys)} です。", $"'{text}' is not known. {(nearest is null ? "" : $"Did you mean {nearest}? ")}There are {string.Join(", ", words.Keys)}.");
        return default;
    }

    private string? Text(JsonElement json, string path, string member)
    {
        if (json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text)
            return text;
        Wrong($"{path}.{member}", $"{LongestText}字までの文字列のはずです。", $"Expected a text of at most {LongestText} characters.");
        return null;
    }

    private int? Number(JsonElement json, string path, string member, int least, int greatest)
    {
        if (json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= greatest)
            return number;
        Wrong($"{path}.{member}", $"{least}から{greatest}までの整数のはずです。", $"Expected a whole number from {least} to {greatest}.");
        return null;
    }

    private IReadOnlyList<(JsonElement Element, string Path)> Elements(JsonElement json, string path, string member, int most)
    {
        if (!json.TryGetProperty(member, out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > most)
        {
            Wrong($"{path}.{member}", $"{most}件までの配列のはずです。", $"Expected an array of at most {most}.");
            return [];
        }
        var all = list.EnumerateArray().Select((element, i) => (Element: element, Path: $"{path}.{member}[{i}]")).ToList();
        foreach (var (_, at) in all.Where(one => one.Element.ValueKind != JsonValueKind.Object))
            Wrong(at, "オブジェクトのはずです。", "Expected an object.");
        return [.. all.Where(one => one.Element.ValueKind == JsonValueKind.Object)];
    }

    private void Known(JsonElement json, string path, params string[] members)
    {
        foreach (var member in json.EnumerateObject().Where(member => !members.Contains(member.Name)))
            Wrong($"{path}.{member.Name}", $"知らない項目です。{(Spelling.Nearest(member.Name, members) is { } near ? $"{near} のことでしょうか。" : "")}", $"Unknown member.{(Spelling.Nearest(member.Name, members) is { } meant ? $" Did you mean {meant}?" : "")}");
    }
}
