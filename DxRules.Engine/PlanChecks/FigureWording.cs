using System.Text.RegularExpressions;

namespace DxRules.Engine.PlanChecks;

/// <summary>What a cell of a table of figures says.</summary>
internal enum FigureWording
{
    /// <summary>A sign that there is no figure, or nothing at all.</summary>
    Empty,

    /// <summary>One number, with or without its unit.</summary>
    Positive,

    /// <summary>One number below zero; officials write △ or ▲ before it.</summary>
    Negative,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Reads cells of tables as officials write them (総務省・各県「統計表に用いる符号」).</summary>
internal static partial class FigureWordings
{
    public static FigureWording Of(string text)
    {
        if (NothingPattern().IsMatch(text))
            return FigureWording.Empty;
        if (!NumberPattern().IsMatch(text))
            return FigureWording.Other;
        return text.AsSpan().TrimStart()[0] is >= '0' and <= '9' or >= '０' and <= '９' ? FigureWording.Positive : FigureWording.Negative;
    }

    // Hyphens, dashes, minus signs, the long vowel sign and rules stand for one another where a cell is filled by hand; leader dots alone mean 不詳.
    [GeneratedRegex(@"^\s*(?:[-‐‑‒–—―−－ー─━]+|[…‥・･.．]+|空欄)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NothingPattern();

    // A second run of digits would make it a year, a range or a sentence.
    [GeneratedRegex(@"^\s*[△▲－−-]?\s*[0-9０-９][0-9０-９,，.．\s]*(?:[^0-9０-９]{0,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
