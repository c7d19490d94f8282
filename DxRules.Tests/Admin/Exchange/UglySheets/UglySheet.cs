using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Exchange.UglySheets;

/// <summary>A sheet as a department sends it, and what a careful clerk would type in from it (see README.md).</summary>
internal sealed record UglySheet
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required string File { get; init; }
    public IReadOnlyList<UglyTable> Tables { get; init; } = [];
    public IReadOnlyList<UglyChange> Changes { get; init; } = [];

    /// <summary>Rows that say what the plan holds.</summary>
    public IReadOnlyList<int> Unchanged { get; init; } = [];

    /// <summary>Rows about what is not in the plan.</summary>
    public IReadOnlyList<string> NotRecognised { get; init; } = [];
    public IReadOnlyList<UglyQuestion> Ask { get; init; } = [];
    public IReadOnlyList<string> MayAsk { get; init; } = [];

    public byte[] Content => System.IO.File.ReadAllBytes(Path(File));

    public static PlanDocument Plan { get; } =
        PlanReader.Read("demo-city-2023.json", System.IO.File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "demo-city-2023.json"))).Document!;

    public static DateOnly Today { get; } = new(2025, 6, 2);

    public static IReadOnlyList<UglySheet> All { get; } =
        JsonNode.Parse(System.IO.File.ReadAllText(Path("expected.json")))!["files"].Deserialize<UglySheet[]>(Json)!;

    public static UglySheet Of(string file) => All.Single(sheet => sheet.File == file);

    private static string Path(string file) => Repository.File("DxRules.Tests", "Admin", "Exchange", "UglySheets", file);
}

/// <summary>What a person would choose on the page.</summary>
/// <param name="Sheet">Null in a text file.</param>
/// <param name="Headings">First and last row, from 1.</param>
/// <param name="Rows">First and last row of data.</param>
/// <param name="Columns">The field of each column by its letters: 実績値@2024.</param>
internal sealed record UglyTable(string? Sheet, int[] Headings, int[] Rows, string Kind, IReadOnlyDictionary<string, string> Columns)
{
    public int? FiscalYear { get; init; }
    public int[] HiddenRows { get; init; } = [];
    public string[] HiddenColumns { get; init; } = [];
    public string[] HiddenSheets { get; init; } = [];

    /// <summary>Columns that no heading tells, so that a person has to choose.</summary>
    public string[] Corrected { get; init; } = [];
    public string? Encoding { get; init; }

    /// <summary>Of all figures without a unit of their own.</summary>
    public string? Unit { get; init; }
}

/// <param name="Member">The way to a plain value: <c>actuals/2024/value</c>.</param>
/// <param name="New">A plain value, or <c>anyOf</c> several that are as good.</param>
internal sealed record UglyChange(string Subject, string Member, JsonElement Old, JsonElement New, string Cell)
{
    /// <summary>Wording to be kept, by member.</summary>
    public IReadOnlyDictionary<string, string> Raw { get; init; } = new Dictionary<string, string>();

    public bool Fits(string? value) => New.ValueKind == JsonValueKind.Object ? New.GetProperty("anyOf").EnumerateArray().Any(one => TextOf(one) == value) : TextOf(New) == value;

    public string? OldText => TextOf(Old);

    /// <summary>As plan files write it, but 42 for 42.0.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Number => PlanText.Of(value.GetDecimal()),
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText().Replace(" ", "", StringComparison.Ordinal),
    };
}

/// <param name="Cells">One of them has to be asked about.</param>
internal sealed record UglyQuestion(string[] Cells, string Why);
