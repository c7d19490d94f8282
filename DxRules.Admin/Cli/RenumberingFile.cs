using System.Text.Json;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>--map FILE</c>: the old and new ids of items that were renumbered, as CSV or as a JSON object.</summary>
internal static class RenumberingFile
{
    /// <summary>What the file says; nothing renumbered where none is given; null where it cannot be used, and on standard error why.</summary>
    public static Renumbering? ReadOrSay(string? file, Terminal terminal, Language language)
    {
        if (file is null)
            return Renumbering.None;
        if (ReportFiles.TextOrSay(file, terminal, language) is not { } text)
            return null;
        var (pairs, mistake) = text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('{') ? OfJson(text) : OfCsv(text);
        mistake ??= Ambiguity(pairs);
        if (mistake is null)
            return new Renumbering(pairs.ToDictionary(pair => pair.Old, pair => pair.New, StringComparer.Ordinal));
        terminal.Error.WriteLine($"dxrules: {file}: {mistake.In(language)}");
        return null;
    }

    private static (List<(string Old, string New)> Pairs, LocalizedText? Mistake) OfJson(string text)
    {
        var pairs = new List<(string, string)>();
        try
        {
            using var document = JsonDocument.Parse(text);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.String || member.Value.GetString() is not { Length: > 0 } id || member.Name.Length == 0)
                    return (pairs, new($"\"{member.Name}\" の新しいIDが文字列ではありません。", $"the new id of \"{member.Name}\" is no text."));
                pairs.Add((member.Name, id));
            }
            return (pairs, null);
        }
        catch (JsonException wrong)
        {
            return (pairs, new($"JSON として読めません（{wrong.LineNumber + 1}行目）。", $"this is not JSON (line {wrong.LineNumber + 1})."));
        }
    }

    private static (List<(string Old, string New)> Pairs, LocalizedText? Mistake) OfCsv(string text)
    {
        var pairs = new List<(string, string)>();
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0)
                continue;
            var cells = line.Split(',').Select(cell => cell.Trim().Trim('"')).ToArray();
            if (cells.Length != 2 || cells.Any(cell => cell.Length == 0))
                return (pairs, new($"{number}行目は「旧ID,新ID」の形ではありません。", $"line {number} is not of the form old id,new id."));
            pairs.Add((cells[0], cells[1]));
        }
        return (pairs, null);
    }

    private static LocalizedText? Ambiguity(List<(string Old, string New)> pairs)
    {
        if (pairs.GroupBy(pair => pair.Old).FirstOrDefault(group => group.Count() > 1) is { } old)
            return new($"{old.Key} の新しいIDが二つあります。", $"{old.Key} has two new ids.");
        if (pairs.GroupBy(pair => pair.New).FirstOrDefault(group => group.Count() > 1) is { } one)
            return new($"二つの項目が {one.Key} になっています。履歴は一つの項目からだけ引き継げます。", $"two items become {one.Key}: history can go on from one only.");
        return null;
    }
}
