using System.Buffers;
using System.Security.Cryptography;

namespace DxRules.Engine.Plans;

/// <summary>Takes the hash of what is written, and keeps nothing of it: the text of a large plan need not lie in memory for that.</summary>
internal sealed class HashingBuffer : IBufferWriter<byte>, IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[16 * 1024];

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (buffer.Length < sizeHint)
            buffer = new byte[sizeHint];
        return buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Advance(int count) => hash.AppendData(buffer, 0, count);

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public override string ToString() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Dispose() => hash.Dispose();
}
