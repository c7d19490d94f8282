using System.Security.Cryptography;
using System.Text;

namespace DxRules.Engine.Rules;

/// <summary>Fingerprints of files and sets of files: SHA-256, lower-case hex.</summary>
internal static class ContentHash
{
    /// <summary>The same for a text whatever line ends and byte order mark it was saved with.</summary>
    public static string Of(string content)
    {
        var normalised = content.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalised)));
    }

    /// <summary>Of a set of files, whatever their names, folders and order.</summary>
    public static string OfSet(IEnumerable<string> hashes) => Of(string.Join('\n', hashes.Order(StringComparer.Ordinal)));
}
