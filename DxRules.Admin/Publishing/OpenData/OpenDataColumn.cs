using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing.OpenData;

/// <summary>A column of an open data file, as the file's reader knows it.</summary>
/// <param name="Name">The Japanese one is the heading, the English one what programs may call it.</param>
/// <param name="Unit">Of all its values, as none stands in the cells; null where there is none.</param>
/// <param name="Words">The enum whose words it holds; null for all else.</param>
internal record OpenDataColumn(LocalizedText Name, LocalizedText Meaning, OpenDataType Type, LocalizedText? Unit = null, Type? Words = null);

/// <param name="Value">A text, a figure, a day, an enum's value or a list of texts; null where nothing is to be said.</param>
internal sealed record OpenDataColumn<T>(LocalizedText Name, LocalizedText Meaning, OpenDataType Type, Func<T, object?> Value, LocalizedText? Unit = null, Type? Words = null)
    : OpenDataColumn(Name, Meaning, Type, Unit, Words);

/// <summary>How the values of a column are written.</summary>
internal enum OpenDataType
{
    /// <summary>Six digits; a text, as it may begin with 0.</summary>
    Code,
    Text,

    /// <summary>Texts with a semicolon between them.</summary>
    Texts,

    /// <summary>One of a few words.</summary>
    Word,
    Number,
    Whole,

    /// <summary>2026-03-31.</summary>
    Date,
}
