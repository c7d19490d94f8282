using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A chapter of the catalogue of security controls (format dxcontrols/1): what a city may take over into its plan.</summary>
/// <param name="Sources">Where the chapter comes from.</param>
internal sealed record ControlFile(
    SourceText Source,
    string Hash,
    bool HasErrors,
    int Chapter,
    LocalizedText Title,
    IReadOnlyList<Located<string>> Sources,
    IReadOnlyList<ControlDefinition> Controls);

/// <summary>A control as the catalogue proposes it.</summary>
/// <param name="Id">C36; a plan names it as <c>catalogue</c>.</param>
/// <param name="Function">The English word of the plan file: govern, identify, prevent, detect, respond or recover.</param>
/// <param name="ReviewEveryMonths">Months after which it is to be shown at work again; null where it has no regular interval.</param>
/// <param name="Occasion">What it is done at, besides or instead of an interval (a word of <see cref="ControlWords.Occasions"/>); null = nothing.</param>
/// <param name="Goal">The figure to be reached; null where it has none.</param>
/// <param name="Direction">higherIsBetter or lowerIsBetter; null where there is no goal.</param>
/// <param name="IsConfirmed">Whether a source stands behind it; otherwise it is a default that the city has to check.</param>
/// <param name="Replaces">Where it says that it takes the place of the control of this id in the rules that a profile extends.</param>
internal sealed record ControlDefinition(
    Located<string> Id,
    LocalizedText Title,
    string Function,
    IReadOnlyList<EvidenceDefinition> Evidence,
    int? ReviewEveryMonths,
    string? Occasion,
    decimal? Goal,
    string? Unit,
    string? Direction,
    IReadOnlyList<Located<string>> Sources,
    bool IsConfirmed,
    TextSpan? Replaces);

/// <param name="Kind">The English word of the plan file: document, date, flag, ratio or count.</param>
internal sealed record EvidenceDefinition(string Kind, LocalizedText Title);

/// <summary>The words of the catalogue, as files write them, and as people read them.</summary>
internal static class ControlWords
{
    public static readonly IReadOnlyDictionary<string, LocalizedText> Functions = new Dictionary<string, LocalizedText>
    {
        ["govern"] = new("統治", "govern"),
        ["identify"] = new("特定", "identify"),
        ["prevent"] = new("予防", "prevent"),
        ["detect"] = new("検知", "detect"),
        ["respond"] = new("対処", "respond"),
        ["recover"] = new("復旧", "recover"),
    };

    public static readonly IReadOnlyDictionary<string, LocalizedText> EvidenceKinds = new Dictionary<string, LocalizedText>
    {
        ["document"] = new("文書", "document"),
        ["date"] = new("日付", "date"),
        ["flag"] = new("真偽", "flag"),
        ["ratio"] = new("割合", "ratio"),
        ["count"] = new("件数", "count"),
    };

    public static readonly IReadOnlyDictionary<string, LocalizedText> Occasions = new Dictionary<string, LocalizedText>
    {
        ["eachTime"] = new("都度", "each time"),
        ["onChange"] = new("変更時", "on change"),
        ["onContract"] = new("契約時", "on contract"),
        ["onHiring"] = new("採用時", "on hiring"),
        ["onDue"] = new("期限ごと", "by each due date"),
    };

    public static readonly IReadOnlyDictionary<string, LocalizedText> Directions = new Dictionary<string, LocalizedText>
    {
        ["higherIsBetter"] = new("以上", "or more"),
        ["lowerIsBetter"] = new("以下", "or less"),
    };
}
