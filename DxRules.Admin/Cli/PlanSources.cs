using System.Text.Json;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Where the plans of a verb come from. Each is read only when its turn comes, so that many take no more memory than one.</summary>
internal static class PlanSources
{
    /// <summary>The argument that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The plans that the arguments name, in their order; files of a folder in ordinal order.</summary>
    public static IEnumerable<PlanSource> Find(IEnumerable<string> arguments, Stream input) =>
        arguments.SelectMany(argument => argument switch
        {
            StandardInput => Lines(input),
            _ when Directory.Exists(argument) => InFolder(argument),
            _ => [new PlanSource(Slashes(argument), () => File.ReadAllBytes(argument))],
        });

    private static IEnumerable<PlanSource> InFolder(string folder)
    {
        var plans = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where(IsPlan)
            .Select(file => new PlanSource(Slashes(file), () => File.ReadAllBytes(file)))
            .ToList();
        return plans.Count > 0 ? plans : [new PlanSource(Slashes(folder), NoPlan)];
    }

    private static byte[] NoPlan() => throw new PlanSourceException(new LocalizedText(
        $"このフォルダーに計画ファイル（format が {PlanReader.Format} の .json）がありません。",
        $"This folder holds no plan file (.json of format {PlanReader.Format})."));

    private static byte[] NoLine() => throw new PlanSourceException(new LocalizedText(
        "標準入力に計画（1行に1計画）がありません。",
        "Standard input holds no plan (one a line)."));

    private static IEnumerable<PlanSource> Lines(Stream input)
    {
        var (number, plans) = (0, 0);
        foreach (var line in NdjsonLines.Read(input, Limits.Default.PlanBytes))
        {
            number++;
            if (line.AsSpan().Trim(" \t\r"u8).IsEmpty)
                continue;
            plans++;
            yield return new PlanSource($"stdin[{number}]", () => line);
        }
        if (plans == 0)
            yield return new PlanSource("stdin", NoLine);
    }

    // A folder may hold other JSON. What is broken counts as a plan if it names the format, so that its mistakes are told.
    private static bool IsPlan(string file)
    {
        var bytes = File.ReadAllBytes(file);
        try
        {
            return FormatOf(bytes)?.StartsWith("dxplan/", StringComparison.Ordinal) == true;
        }
        catch (JsonException)
        {
            return bytes.AsSpan().IndexOf("\"dxplan/"u8) >= 0;
        }
    }

    private static string? FormatOf(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json["\uFEFF"u8.Length..];
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFormat = reader.ValueTextEquals("format"u8);
            reader.Read();
            if (isFormat)
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }
        return null;
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}

/// <param name="Name">How messages name the plan.</param>
/// <param name="Bytes">Takes its content from where it is.</param>
internal sealed record PlanSource(string Name, Func<byte[]> Bytes)
{
    /// <summary>Reads the plan, or says why it is not there.</summary>
    public PlanReading Read()
    {
        try
        {
            return PlanReader.Read(Name, Bytes());
        }
        catch (PlanSourceException none)
        {
            return NotThere("DX491", none.Reason);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return NotThere("DX490", new LocalizedText("このファイルはありません。", "There is no such file."));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return NotThere("DX492", new LocalizedText($"このファイルを開けません: {failure.Message}", $"This file cannot be opened: {failure.Message}"));
        }
    }

    private PlanReading NotThere(string code, LocalizedText why)
    {
        var source = new SourceText(Name, "");
        return new PlanReading(null, [new Diagnostic(code, DiagnosticSeverity.Error, why, source, default)], source);
    }
}

/// <summary>There is no plan where one was asked for. Never leaves <see cref="PlanSource.Read"/>.</summary>
internal sealed class PlanSourceException(LocalizedText reason) : Exception(reason.En)
{
    public LocalizedText Reason { get; } = reason;
}
