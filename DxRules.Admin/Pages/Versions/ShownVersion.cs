using DxRules.Admin.Versions;

namespace DxRules.Admin.Pages.Versions;

/// <summary>A version with those of its changes that are shown.</summary>
/// <param name="Author">Null where no signed-in person brought it.</param>
/// <param name="OnBehalfOf">The department for which it was entered (代理入力); null where it was the author's own to enter.</param>
/// <param name="IsFirst">Whether the plan began with it.</param>
internal sealed record ShownVersion(
    DateTimeOffset At, string? Author, string? OnBehalfOf, string Reason, bool IsFirst, IReadOnlyList<ShownSubject> Subjects);

/// <summary>The changes of one version in one subject.</summary>
/// <param name="Kind">What the subject is, in words; null where that has no name.</param>
/// <param name="History">Where its history is; null on that page itself.</param>
internal sealed record ShownSubject(string Title, string? Kind, string? History, IReadOnlyList<ShownChange> Changes);

/// <param name="Name">The member in words.</param>
internal sealed record ShownChange(string Name, ChangeKind Kind, ShownValue Old, ShownValue New)
{
    /// <summary>The cell from which it came; null where no file brought it.</summary>
    public CellSource? Source { get; init; }
}

internal enum ChangeKind
{
    Changed,

    /// <summary>An element came to a list.</summary>
    Added,

    /// <summary>An element was taken out of a list.</summary>
    Removed,
}
