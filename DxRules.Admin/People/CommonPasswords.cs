namespace DxRules.Admin.People;

/// <summary>
/// Passwords that are tried first: the words and rows of keys of which the well-known lists are made, once or twice, with digits and signs around them.
/// Only those that are long enough to be allowed at all need to be known (ASVS 6.2.4), and no list of them has to be shipped.
/// </summary>
internal static class CommonPasswords
{
    private static readonly string[] Words =
    [
        "password", "passwort", "pass", "passw0rd", "p@ssword", "p@ssw0rd", "passphrase", "letmein", "welcome", "admin", "administrator", "root", "user", "guest", "login",
        "default", "changeme", "change", "secret", "master", "superman", "batman", "pokemon", "dragon", "monkey", "football", "baseball", "basketball", "soccer", "sunshine",
        "princess", "iloveyou", "trustno", "whatever", "starwars", "shadow", "michael", "jordan", "jennifer", "computer", "internet", "charlie", "liverpool", "chelsea", "arsenal", "manchester", "united", "mustang", "samsung", "freedom", "ninja", "hunter", "killer", "access", "love", "loveyou",
        "fuckyou", "blink", "harley", "ranger", "thomas", "daniel", "jessica", "ashley", "matthew", "andrew", "michelle", "nicole", "server", "system", "network", "test",
        "testing", "temp", "demo", "example", "sample", "hello", "world", "summer", "winter", "spring", "autumn", "january", "google", "facebook", "microsoft", "windows",
        "qwerty", "qwertyuiop", "qwertz", "azerty", "asdf", "asdfgh", "asdfghjkl", "zxcv", "zxcvbn", "zxcvbnm", "qwe", "qwer", "qwert", "asd", "asdfg", "zxc", "zxcvb", "poiu", "poiuy", "poiuytrewq", "lkjh", "lkjhgfdsa", "mnbv", "mnbvcxz", "hjkl", "uiop", "qaz", "wsx", "edc", "rfv",
        "tgb", "yhn", "ujm", "xsw", "cde", "vfr", "bgt", "nhy", "wsxcde", "qazwsx", "qazwsxedc", "rfvtgb", "zaq", "abc", "abcd", "abcde",
        "abcdef", "abcdefg", "abcdefgh", "abcdefghij", "abcdefghijkl", "abcdefghijklmnopqrstuvwxyz", "aa", "aaa", "xxx", "japan", "nippon", "tokyo", "sakura", "yamato",
        "city", "shiyakusho", "yakusho", "yakuba", "shichou", "soumu", "dx", "dxrules", "rules", "lgwan", "kanri", "kanrisha", "pasuwado",
        "パスワード", "ぱすわーど", "管理者", "市役所", "役場", "さくら", "令和", "平成",
    ];

    /// <summary>Whether nothing is left of a text once such words, digits, signs and spaces are taken out of it.</summary>
    public static bool Has(string password)
    {
        var letters = string.Concat(password.ToLowerInvariant().Where(char.IsLetter));
        var asWritten = string.Concat(password.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == '@'));
        return letters.Length == 0 || IsMadeOfWords(letters) || IsMadeOfWords(asWritten.Trim("0123456789@".ToCharArray()));
    }

    // Where a word can end, from the beginning on.
    private static bool IsMadeOfWords(string text)
    {
        var ends = new bool[text.Length + 1];
        ends[0] = true;
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var word in Words.Where(word => ends[at] && string.CompareOrdinal(text, at, word, 0, word.Length) == 0))
                ends[at + word.Length] = true;
        }
        return ends[text.Length];
    }
}
