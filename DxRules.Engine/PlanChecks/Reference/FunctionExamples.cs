using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>An expression for each function and its value, as a test finds it.</summary>
internal static class FunctionExamples
{
    private static readonly Dictionary<string, FunctionExample> ByName = new(StringComparer.Ordinal)
    {
        ["fiscalYear"] = new("年度(date(\"2025-03-31\"))", "fiscalYear(date(\"2025-03-31\"))", "2024"),
        ["fiscalYearStart"] = new("年度開始(2024)", "fiscalYearStart(2024)", "2024-04-01"),
        ["fiscalYearEnd"] = new("年度末(2024)", "fiscalYearEnd(2024)", "2025-03-31"),
        ["dayInFiscalYear"] = new("年度内(2024, 年度内の期限.実績報告)", "dayInFiscalYear(2024, dueDays.actualsDue)", "2024-06-30"),
        ["fiscalYears"] = new("年度列(2022, 2024)", "fiscalYears(2022, 2024)", "[2022, 2023, 2024]"),
        ["fiscalYearName"] = new("年度名(2024)", "fiscalYearName(2024)", new LocalizedText("令和6年度", "FY2024")),
        ["monthsBetween"] = new("経過月数(date(\"2024-04-01\"), date(\"2025-03-31\"))", "monthsBetween(date(\"2024-04-01\"), date(\"2025-03-31\"))", "11"),
        ["yearPairs"] = new(
            "for p in 年の併記(\"2015（平成28）年\") return p.和暦の西暦 - p.西暦",
            "for p in yearPairs(\"2015（平成28）年\") return p.eraYear - p.year",
            "[1]"),
        ["mixedScripts"] = new("異種文字(\"デジタルデバйдの解消\")", "mixedScripts(\"デジタルデバйдの解消\")", "[\"デジタルデバйдの解消\"]"),
        ["yearsBeyondTheirEra"] = new(
            "for y in 実在しない元号年(\"平成32年度まで\") return y.正しい表記",
            "for y in yearsBeyondTheirEra(\"平成32年度まで\") return y.corrected",
            "[\"令和2年度\"]"),
        ["mixedYearUnits"] = new("年と年度の混用(\"令和2年度12月25日閣議決定\")", "mixedYearUnits(\"令和2年度12月25日閣議決定\")", "[\"令和2年度12月25日\"]"),
        ["figureWording"] = new("値の表記(\"△1,200\") = \"負の数\"", "figureWording(\"△1,200\") = \"negative\"", "true"),
        ["titleEndsWith"] = new("題名の末尾(\"該当者の割合（法定報告値）\", \"割合\")", "titleEndsWith(\"該当者の割合（法定報告値）\", \"割合\")", "true"),
        ["isLocalGovernmentCode"] = new("正しい団体コード(\"062014\")", "isLocalGovernmentCode(\"062014\")", "true"),
        ["not"] = Both("not(1 > 2)", "true"),
        ["count"] = Both("count([1, 2, 3])", "3"),
        ["sum"] = Both("sum([1, 2, 3])", "6"),
        ["min"] = Both("min([3, 1, 2])", "1"),
        ["max"] = Both("max([date(\"2024-03-31\"), date(\"2025-03-31\")])", "2025-03-31"),
        ["mean"] = Both("mean([1, 2, 6])", "3"),
        ["share"] = new("割合([true, true, true, false])", "share([true, true, true, false])", "0.75"),
        ["shareAtLeast"] = new("割合以上([true, true, false], 0.6)", "shareAtLeast([true, true, false], 0.6)", "true"),
        ["list contains"] = Both("list contains([2022, 2024], 2023)", "false"),
        ["string"] = Both("string(2024)", "\"2024\""),
        ["date"] = Both("date(\"2025-03-31\") + duration(\"P1Y\")", "2026-03-31"),
        ["duration"] = Both("date(\"2025-01-31\") + duration(\"P1M\")", "2025-02-28"),
        ["abs"] = Both("abs(-3)", "3"),
        ["floor"] = Both("floor(2.7)", "2"),
        ["ceiling"] = Both("ceiling(2.1)", "3"),
        ["decimal"] = Both("decimal(0.125, 2)", "0.12"),
        ["string length"] = Both("string length(\"自治体\")", "3"),
        ["contains"] = Both("contains(\"窓口のDX\", \"DX\")", "true"),
        ["starts with"] = Both("starts with(\"SCH-02\", \"SCH\")", "true"),
        ["ends with"] = Both("ends with(\"令和6年度\", \"年度\")", "true"),
    };

    public static IReadOnlyList<(FeelType Type, string Name, FunctionExample Example)> Properties { get; } =
    [
        (FeelType.Date, "year", Both("date(\"2025-03-31\").year", "2025")),
        (FeelType.Date, "month", Both("date(\"2025-03-31\").month", "3")),
        (FeelType.Date, "day", Both("date(\"2025-03-31\").day", "31")),
        (FeelType.Days, "days", Both("(date(\"2025-04-10\") - date(\"2025-03-31\")).days", "10")),
        (FeelType.Months, "years", Both("duration(\"P14M\").years", "1")),
        (FeelType.Months, "months", Both("duration(\"P14M\").months", "2")),
    ];

    public static IReadOnlyDictionary<string, FunctionExample> All => ByName;

    /// <summary>The example of a function, by its English name.</summary>
    /// <exception cref="KeyNotFoundException">None was written for it.</exception>
    public static FunctionExample Of(string name) => ByName[name];

    private static FunctionExample Both(string expression, string value) => new(expression, expression, value);
}

/// <param name="Expression">With the names of each language.</param>
/// <param name="Value">As FEEL writes it, with quotes around texts.</param>
internal sealed record FunctionExample(LocalizedText Expression, LocalizedText Value)
{
    public FunctionExample(string ja, string en, string value)
        : this(new LocalizedText(ja, en), new LocalizedText(value, value))
    {
    }

    public FunctionExample(string ja, string en, LocalizedText value)
        : this(new LocalizedText(ja, en), value)
    {
    }
}
