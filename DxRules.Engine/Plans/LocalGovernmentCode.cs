namespace DxRules.Engine.Plans;

/// <summary>
/// The 全国地方公共団体コード: two digits for the prefecture, three for the municipality, one to check the others.
/// Kept as text, because it may begin with 0.
/// </summary>
internal readonly record struct LocalGovernmentCode
{
    private LocalGovernmentCode(string digits) => Digits = digits;

    /// <summary>All six digits.</summary>
    public string Digits { get; }

    /// <summary>Reads six ASCII digits whose last one checks the others; false for anything else.</summary>
    public static bool TryParse(string text, out LocalGovernmentCode code)
    {
        code = default;
        if (text.Length != 6 || text.AsSpan().ContainsAnyExceptInRange('0', '9') || text[5] != ExpectedCheckDigit(text))
            return false;
        code = new LocalGovernmentCode(text);
        return true;
    }

    /// <summary>The check digit that belongs to the first five digits of a text; null where they are not digits.</summary>
    /// <remarks>
    /// Σ(digit × 6, 5, 4, 3, 2) mod 11 = m; the check digit is the last digit of 11 − m, so m = 0 gives 1 and m = 1 gives 0
    /// (総務省「全国地方公共団体コード」の検査数字).
    /// </remarks>
    public static char? ExpectedCheckDigit(string text)
    {
        if (text.Length < 5 || text.AsSpan(0, 5).ContainsAnyExceptInRange('0', '9'))
            return null;
        var sum = 0;
        for (var i = 0; i < 5; i++)
            sum += (text[i] - '0') * (6 - i);
        return (char)('0' + (11 - sum % 11) % 10);
    }

    public override string ToString() => Digits;
}
