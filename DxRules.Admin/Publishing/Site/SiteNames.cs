using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DxRules.Admin.Publishing.Site;

/// <summary>Ids as names of files and folders: the same for ever, and safe on every system.</summary>
internal static class SiteNames
{
    private const int Longest = 100;

    // Windows takes these for devices, whatever stands behind the point.
    private static readonly HashSet<string> Devices =
    [
        "con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" }),
    ];

    /// <summary>
    /// Small letters, digits and hyphens stay; a capital is written <c>_a</c>, anything else as <c>_00046</c>, the number of its character. Two ids never get
    /// the same name, also where a system takes capitals and small letters for the same.
    /// </summary>
    public static string Of(string id)
    {
        var name = new StringBuilder(id.Length);
        foreach (var letter in id)
        {
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
                name.Append(letter);
            else if (letter is >= 'A' and <= 'Z')
                name.Append('_').Append(char.ToLowerInvariant(letter));
            else
                name.Append(CultureInfo.InvariantCulture, $"_{(int)letter:D5}");
        }
        if (name.Length == 0)
            return "__";
        if (Devices.Contains(name.ToString()))
            return string.Create(CultureInfo.InvariantCulture, $"_{(int)id[0]:D5}{id[1..]}");

        // Two underscores stand nowhere else, so what is cut meets nothing that is not.
        return name.Length <= Longest ? name.ToString() : $"{name.ToString()[..Longest].TrimEnd('_')}__{Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(id)))[..16]}";
    }
}
