using DxRules.Engine.Text;

namespace DxRules.Admin.Api;

internal enum ParameterPlace
{
    Path,
    Query,
}

internal enum ParameterKind
{
    /// <summary>A whole number from 1.</summary>
    Number,

    /// <summary>2025-05-31.</summary>
    Date,

    /// <summary>One of <see cref="ApiParameter.Words"/>.</summary>
    Word,
    Text,
}

/// <summary>Something that can be asked for. What is not declared so is refused, so that a slip does not silently ask for everything.</summary>
/// <param name="Name">As the address has it.</param>
/// <param name="Example">A value that makes sense in the demonstration.</param>
internal sealed record ApiParameter(string Name, ParameterPlace Place, ParameterKind Kind, LocalizedText Meaning, string? Example = null)
{
    /// <summary>Those of <see cref="ParameterKind.Word"/> that may be given.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether it may stand several times; any of the values holds then.</summary>
    public bool IsMany { get; init; }

    /// <summary>The largest number.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>What holds where it is left out; null where nothing is to be said of it.</summary>
    public string? Usual { get; init; }

    public static ApiParameter InPath(string name, ParameterKind kind, LocalizedText meaning, string example) => new(name, ParameterPlace.Path, kind, meaning, example);

    public static ApiParameter InQuery(string name, ParameterKind kind, LocalizedText meaning, string? example = null) => new(name, ParameterPlace.Query, kind, meaning, example);

    /// <summary>How many on one page.</summary>
    public static readonly ApiParameter Limit = InQuery("limit", ParameterKind.Number, new("一度に返す件数", "How many to give at once"), "100") with { Most = 500, Usual = "100" };

    /// <summary>Where the next page begins.</summary>
    public static readonly ApiParameter After = InQuery("after", ParameterKind.Text, new("続きの位置。前の答えの next に入っている値をそのまま使う", "Where to go on: as it stands in next of the answer before, unchanged"));
}
