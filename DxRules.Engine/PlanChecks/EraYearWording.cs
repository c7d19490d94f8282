using System.Buffers;
using System.Text.RegularExpressions;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks;

/// <summary>A year counted on in an era that had ended before it, as plans of the years before a new era hold them (平成32年度).</summary>
/// <param name="Text">As written.</param>
/// <param name="Year">The western year it names; of a fiscal year, its number.</param>
/// <param name="Corrected">As it is written in its own era (令和2年度).</param>
internal sealed partial record EraYearWording(string Text, int Year, string Corrected)
{
    private static readonly SearchValues<char> Eras = SearchValues.Create("大昭平TSHＴＳＨ");

    /// <summary>All of a text, in its order. A year that its era did see, however few of its months, is left out (平成31年, 昭和64年).</summary>
    public static EraYearWording[] FindAll(string text)
    {
        if (!text.AsSpan().ContainsAny(Eras))
            return [];
        List<EraYearWording>? found = null;
        foreach (var match in Pattern().EnumerateMatches(text))
        {
            var written = text.AsSpan(match.Index, match.Length);
            if (!EraOf(written).Existed)
                (found ??= []).Add(Read(written.Trim().ToString()));
        }
        return found is null ? [] : [.. found];
    }

    private static EraYearWording Read(string written)
    {
        var year = EraOf(written).WesternYear;
        var corrected = Wareki.FormatFiscalYear(year);
        return new EraYearWording(written, year, written.Contains("年度", StringComparison.Ordinal) ? corrected : corrected[..^1]);
    }

    // Read where it stands: most years are of their era, and looking at those takes no memory.
    private static Wareki EraOf(ReadOnlySpan<char> written)
    {
        var era = written[0] switch
        {
            '大' or 'T' or 'Ｔ' => Era.Taisho,
            '昭' or 'S' or 'Ｓ' => Era.Showa,
            _ => Era.Heisei,
        };
        var year = 0;
        foreach (var c in written[1..])
        {
            if (c is '(' or '（')
                break;
            if (c is >= '0' and <= '9' or >= '０' and <= '９')
                year = year * 10 + (c >= '０' ? c - '０' : c - '0');
        }
        return new Wareki(era, year);
    }

    // A letter is an era only where 年 follows: S50 may be a machine.
    [GeneratedRegex(
        @"(?:(?:大正|昭和|平成)\s*[0-9０-９]{1,2}(?![0-9０-９])|(?<![A-Za-zＡ-Ｚａ-ｚ])[TSHＴＳＨ]\s*[0-9０-９]{1,2}(?=\s*年))(?:\s*[（(]\s*[0-9０-９]{4}\s*年?度?\s*[）)])?(?:\s*年度?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
