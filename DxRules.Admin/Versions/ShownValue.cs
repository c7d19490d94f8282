namespace DxRules.Admin.Versions;

/// <summary>A value as people read it: a text, or the values of a list, or the members of an object.</summary>
/// <param name="IsAbsent">Whether the text only says that there is no value.</param>
internal sealed record ShownValue(string? Text, bool IsAbsent = false)
{
    public IReadOnlyList<ShownValue> Elements { get; init; } = [];

    public IReadOnlyList<(string Name, ShownValue Value)> Members { get; init; } = [];

    /// <summary>All of it on one line, with the given sign between elements.</summary>
    public string OnOneLine(string between) => Text ?? string.Join(between,
        Elements.Select(element => element.OnOneLine(between)).Concat(Members.Select(member => $"{member.Name}: {member.Value.OnOneLine(between)}")));
}
