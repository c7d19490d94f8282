using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>Reads cells as plan files write their values.</summary>
internal sealed partial class CellReading(ColumnShape column, CellPlace at, CellProblems problems)
{
    /// <summary>What stands in a cell; null where it cannot be read, which is told.</summary>
    public static PlanParts.Part? Read(ColumnShape column, object cell, CellPlace at, CellProblems problems) =>
        new CellReading(column, at, problems).Read(cell);

    /// <summary>A cell as text; null for an empty one.</summary>
    public static string? TextOf(object? cell) => cell switch
    {
        null => null,
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double figure when Math.Abs(figure) < 1e15 => PlanText.Of((decimal)figure),
        bool flag => flag ? CellWords.Yes : CellWords.No,
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };

    private PlanParts.Part? Read(object cell)
    {
        var text = TextOf(cell)!.Trim();
        return column.Kind switch
        {
            ColumnKind.IsThere => text == CellWords.There ? new PlanParts.Object(at) : WrongWord(text, [CellWords.There]),
            ColumnKind.KnownEmpty => text == CellWords.None ? new PlanParts.List(at) : WrongWord(text, [CellWords.None]),
            ColumnKind.Raw => ReadRaw(text),
            ColumnKind.Inferred => ListOf(text.Split('\n'), Quoted),
            ColumnKind.Values => ReadValues(text),
            _ => ReadOne(column.Member!.ValueKind == PlanValueKind.Text ? TextOf(cell)! : text),
        };
    }

    private PlanParts.List? ReadValues(string text)
    {
        if (text == CellWords.None && column.Member!.Presence == MemberPresence.UnknownList)
            return new PlanParts.List(at);
        if (text is not ['[', ..])
            return ListOf(text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0), ReadOne);
        return JsonOf<string[]>(text) is { } texts ? ListOf(texts, ReadOne) : null;
    }

    private PlanParts.List ListOf(IEnumerable<string> texts, Func<string, PlanParts.Part?> read)
    {
        var list = new PlanParts.List(at);
        list.Elements.AddRange(texts.Select(read).OfType<PlanParts.Part>());
        return list;
    }

    private PlanParts.Object? ReadRaw(string text)
    {
        if (JsonOf<Dictionary<string, string>>(text) is not { } wordings)
            return null;
        var raw = new PlanParts.Object(at);
        foreach (var (member, wording) in wordings)
            raw.Members.Add(member, Quoted(wording));
        return raw;
    }

    private PlanParts.Value? ReadOne(string text) => column.Member!.ValueKind switch
    {
        PlanValueKind.Word => CellWords.Read(column.Member.ValueType, text) is { } word ? Quoted(word) : WrongWord(text, CellWords.All(column.Member.ValueType)),
        PlanValueKind.Boolean => Flag(text) is { } flag ? new PlanParts.Value(at, flag ? "true" : "false") : WrongWord(text, [CellWords.Yes, CellWords.No]),
        PlanValueKind.Date => DateOf(Wareki.Normalized(text)) is { } date ? Quoted(date) : Wrong("DX617", "日付", text, "2026-03-31、2026-03、令和8年3月31日のように入れてください"),
        PlanValueKind.Whole when column.Member.IsFiscalYear && Wareki.TryParseFiscalYear(text, out var year) => new PlanParts.Value(at, PlanText.Of(year)!),
        PlanValueKind.Number or PlanValueKind.Whole => FigureOf(Wareki.Normalized(text)) is { } figure ? new PlanParts.Value(at, PlanText.Of(figure)!) : Wrong("DX618", "数", text, "単位や文字を除き、数だけを入れてください"),
        _ => Quoted(text),
    };

    private PlanParts.Value Quoted(string text) => new(at, PlanText.Quoted(text));

    private T? JsonOf<T>(string text) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            Wrong("DX619", "JSON", text, "書き出されたままの形にしてください");
            return null;
        }
    }

    private static bool? Flag(string text) => text switch
    {
        CellWords.Yes or "TRUE" or "true" => true,
        CellWords.No or "FALSE" or "false" => false,
        _ => null,
    };

    private static decimal? FigureOf(string text) =>
        text.Length <= 30 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    // As it stands there; a day by its era becomes one of the Western calendar.
    private static string? DateOf(string text) => Iso().IsMatch(text) ? text
        : Wareki.TryParse(text, out DateOnly day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    private PlanParts.Value? WrongWord(string text, IReadOnlyList<string> words)
    {
        problems.Cell(at, "DX616", $"「{column.Heading}」は「{string.Join("」「", words)}」のどれかです。「{Short(text)}」とあります。", $"Expected one of {string.Join(", ", words)}; found '{Short(text)}'.");
        return null;
    }

    private PlanParts.Value? Wrong(string code, string expected, string text, string cure)
    {
        problems.Cell(at, code, $"「{column.Heading}」は{expected}です。「{Short(text)}」は読めません。{cure}。", $"Expected {(expected switch { "数" => "a number", "日付" => "a date", _ => expected })}; found '{Short(text)}'.");
        return null;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")]
    private static partial Regex Iso();
}
