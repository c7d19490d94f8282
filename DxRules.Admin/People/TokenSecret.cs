using System.Security.Cryptography;
using System.Text;

namespace DxRules.Admin.People;

/// <summary>
/// The secret of a token: <c>dxr_</c>, by which scanners of files and logs know it, and 256 random bits. So many cannot be guessed, so a plain hash is
/// enough to keep.
/// </summary>
internal static class TokenSecret
{
    public const string Prefix = "dxr_";

    private const int Length = 43;

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Whether a text could be one at all, so that nobody makes the database look for anything else.</summary>
    public static bool IsOne(string text) =>
        text.Length == Prefix.Length + Length && text.StartsWith(Prefix, StringComparison.Ordinal) && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Signs) < 0;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether two hashes are the same, in a time that does not tell how far they are.</summary>
    public static bool AreSame(string hash, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(other));

    private static readonly System.Buffers.SearchValues<char> Signs =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
