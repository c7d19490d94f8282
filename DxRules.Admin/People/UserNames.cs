namespace DxRules.Admin.People;

/// <summary>The names by which people sign in: short, and to be typed on any keyboard. Upper and lower case are the same.</summary>
internal static class UserNames
{
    public const string Characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@";
    public const int Longest = 64;

    /// <summary>As names are compared.</summary>
    public static string Normalize(string name) => name.Normalize().ToUpperInvariant();

    /// <summary>What is wrong with a name by itself; null where nothing is.</summary>
    public static EntryProblem? Check(string name) => name switch
    {
        "" => new(nameof(PersonEntry.UserName), "people.userName.missing"),
        { Length: > Longest } => new(nameof(PersonEntry.UserName), "people.userName.tooLong", Longest),
        _ when Odd(name) is { } odd => new(nameof(PersonEntry.UserName), "people.userName.odd", odd),
        _ => null,
    };

    // Whole characters, so that a rare kanji is not shown by halves.
    private static string? Odd(string name)
    {
        var odd = name.EnumerateRunes().Where(rune => !rune.IsAscii || !Characters.Contains((char)rune.Value)).Select(Shown).Distinct().ToList();
        return odd.Count == 0 ? null : string.Join(' ', odd);
    }

    private static string Shown(System.Text.Rune rune) =>
        System.Text.Rune.IsWhiteSpace(rune) || System.Text.Rune.IsControl(rune) ? $"U+{rune.Value:X4}" : rune.ToString();
}
