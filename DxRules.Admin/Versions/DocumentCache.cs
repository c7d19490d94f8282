using DxRules.Engine.Plans;

namespace DxRules.Admin.Versions;

/// <summary>
/// The documents that were read last, so that a page need not read a plan anew. They are known by what they say, of which nothing grows stale.
/// </summary>
internal sealed class DocumentCache
{
    /// <summary>Documents that are kept. A large plan takes a few megabytes.</summary>
    public const int Most = 32;

    private readonly Lock guard = new();
    private readonly Dictionary<string, LinkedListNode<CachedDocument>> byHash = new(StringComparer.Ordinal);
    private readonly LinkedList<CachedDocument> used = [];

    /// <summary>The document with that content hash, or null.</summary>
    public CachedDocument? Find(string hash)
    {
        lock (guard)
        {
            if (!byHash.TryGetValue(hash, out var node))
                return null;
            used.Remove(node);
            used.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>Keeps a document, and lets go of the one not used for longest.</summary>
    public CachedDocument Add(string hash, PlanDocument document)
    {
        lock (guard)
        {
            if (byHash.TryGetValue(hash, out var there))
                return there.Value;
            byHash[hash] = used.AddFirst(new CachedDocument(hash, document));
            while (used.Count > Most)
            {
                byHash.Remove(used.Last!.Value.Hash);
                used.RemoveLast();
            }
            return used.First!.Value;
        }
    }
}

internal sealed class CachedDocument(string hash, PlanDocument whole)
{
    private readonly Lazy<PlanDocument> open = new(whole.WithoutSecurity);

    public string Hash => hash;

    public PlanDocument Whole => whole;

    /// <summary>Without what only security officers and administrators may see.</summary>
    public PlanDocument Open => open.Value;
}
