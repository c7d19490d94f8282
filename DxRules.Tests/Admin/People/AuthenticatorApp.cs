using System.Security.Cryptography;

namespace DxRules.Tests.Admin.People;

/// <summary>An authenticator app: shows six digits that change every 30 seconds (RFC 6238), made here without the site's own code.</summary>
internal sealed class AuthenticatorApp(string key)
{
    private readonly byte[] secret = Decode(key);

    /// <summary>The key as the site keeps it.</summary>
    public string Key { get; } = key.Replace(" ", "").ToUpperInvariant();

    public string Code(DateTimeOffset at)
    {
        var counter = BitConverter.GetBytes(at.ToUnixTimeSeconds() / 30).Reverse().ToArray();
        var hash = HMACSHA1.HashData(secret, counter);
        var start = hash[19] & 15;
        var number = ((hash[start] & 127) << 24) | (hash[start + 1] << 16) | (hash[start + 2] << 8) | hash[start + 3];
        return $"{number % 1_000_000:D6}";
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Replace(" ", "").ToUpperInvariant().Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
