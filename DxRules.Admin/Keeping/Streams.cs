using System.Security.Cryptography;

namespace DxRules.Admin.Keeping;

/// <summary>Copies what may be large, and stops when it is asked to.</summary>
internal static class Streams
{
    /// <param name="most">Bytes after which it stops, since whoever packed them promised no more.</param>
    /// <returns>The SHA-256 of what was copied, in lower-case hexadecimal.</returns>
    public static string Copy(Stream from, Stream to, CancellationToken cancel, long most = long.MaxValue)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        long copied = 0;
        while (copied <= most && from.Read(buffer) is > 0 and var read)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
            copied += read;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
