using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Search;

/// <summary>What is found, in the order in which it is shown; the names are the texts <c>search.kind.*</c>.</summary>
internal enum SearchKind
{
    Plan,
    Policy,
    Initiative,
    Phase,
    Kpi,
    Alert,
    Answer,
    Action,
    Opinion,
    Department,
    Body,
    Security,
    Rule,
    Person,
}

/// <summary>Something that can be found.</summary>
/// <param name="Subject">The id by which the viewer must reach it; null where whoever sees the plan sees it.</param>
/// <param name="Fields">What it says, the title first.</param>
/// <param name="Address">Its page; of what belongs to a review only what follows the review's address.</param>
/// <param name="Year">The fiscal year of the review it belongs to; null of all else.</param>
internal sealed record SearchEntry(SearchKind Kind, string? Subject, IReadOnlyList<SearchField> Fields, string Address, int? Year = null)
{
    /// <summary>All that it says.</summary>
    public FoldedText Text { get; } = FoldedText.Of(string.Join('\n', Fields.Select(field => field.Text)));

    public string Title => Fields[0].Text;
}

/// <summary>A text of something that can be found.</summary>
/// <param name="Name">The key of its name, or of a member of a plan's record the member's.</param>
/// <param name="Record">That record's type; null of all else.</param>
internal sealed record SearchField(string Name, string Text, Type? Record = null)
{
    public string NameIn(Texts texts) =>
        Record is null ? texts[Name] : texts.Language == Language.Japanese ? PlanWording.NameOf(Record, Name) : ValueWords.InWords(Name);
}
