using System.Collections.Concurrent;
using System.Security.Cryptography;
using DxRules.Admin.Data;

namespace DxRules.Admin.Publishing.Site;

/// <summary>The public site as it is served: each file is made when somebody first asks for it and kept until something else is approved.</summary>
internal sealed class ServedSite
{
    private volatile Kept kept = new("", new PublicSite([]));

    /// <summary>Null where there is no such file.</summary>
    /// <param name="path">Relative to the site; a folder stands for its <c>index.html</c>.</param>
    public async Task<ServedFile?> Find(AdminDb db, string path, CancellationToken cancel)
    {
        var standing = await ApprovedPublications.Standing(db, cancel);
        var now = kept;

        // Two who come at once may both read; each gets the same.
        if (now.Standing != standing)
            kept = now = new Kept(standing, new PublicSite(await ApprovedPublications.Read(db, cancel)));
        return now.Find(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path);
    }

    private sealed class Kept(string standing, PublicSite site)
    {
        private readonly HashSet<string> paths = [.. site.Paths];
        private readonly ConcurrentDictionary<string, Lazy<ServedFile>> files = new(StringComparer.Ordinal);

        public string Standing => standing;

        // Only of files that are there, so that nobody fills the memory with names that are not.
        public ServedFile? Find(string path) => paths.Contains(path) ? files.GetOrAdd(path, one => new(() => Make(one))).Value : null;

        private ServedFile Make(string path)
        {
            var file = site.File(path)!;
            return new ServedFile(file, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span))[..32]);
        }
    }
}

/// <param name="Mark">The same as long as the bytes are.</param>
internal sealed record ServedFile(PublicFile File, string Mark);
