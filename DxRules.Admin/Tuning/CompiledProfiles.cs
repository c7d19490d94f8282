using DxRules.Admin.Cycles;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Tuning;

/// <summary>
/// Rules compiled as profiles set them, known by what rules and profile say, so that nothing grows stale. The ones used last are kept: to compile takes about
/// half a second.
/// </summary>
internal static class CompiledProfiles
{
    /// <summary>Checks that are kept. A site has few cities, each with its newest profile and one or two that somebody tries.</summary>
    public const int Most = 12;

    private static readonly Lazy<HashSet<(string Name, string Content)>> Shipped = new(() => [.. PlanCheck.Default.Files.Select(file => (file.Name, file.Content))]);
    private static readonly Lock Guard = new();
    private static readonly Dictionary<string, LinkedListNode<Kept>> ByHash = new(StringComparer.Ordinal);
    private static readonly LinkedList<Kept> Used = [];

    /// <summary>The shipped rules with the settings of a profile, or why it does not fit them.</summary>
    public static PlanCheckLoading Of(string profile) => Find(ContentHash.Of(profile), () => ProfileReading.Load(profile)).Loading.Value;

    /// <summary>The same of rules that were kept, which are not the shipped ones where another version of the program came with them.</summary>
    /// <param name="profile">Null for the rules as they are.</param>
    public static PlanCheckLoading Of(IReadOnlyList<SourceText> files, string? profile)
    {
        if (Shipped.Value.SetEquals(files.Select(file => (file.Name, file.Content))))
            return profile is null ? new PlanCheckLoading(PlanCheck.Default, []) : Of(profile);
        var hash = ContentHash.Of(string.Join('\0', files.OrderBy(file => file.Name, StringComparer.Ordinal).SelectMany(file => new[] { file.Name, file.Content }).Append(profile)));
        return Find(hash, () => PlanCheck.LoadFiles(files, profile is null ? null : new SourceText(EngineCheck.ProfilePath, profile))).Loading.Value;
    }

    /// <summary>The shipped rules with the settings of a profile; null for the rules as they are.</summary>
    /// <exception cref="ProfileMisfit">The profile does not fit the rules.</exception>
    public static PlanCheck Check(string? profile)
    {
        if (profile is null)
            return PlanCheck.Default;
        var loading = Of(profile);
        return loading.Check ?? throw new ProfileMisfit(profile, loading.Diagnostics);
    }

    // Two who ask for the same at once wait for one compilation; others do not wait for it.
    private static Kept Find(string hash, Func<PlanCheckLoading> load)
    {
        lock (Guard)
        {
            if (ByHash.TryGetValue(hash, out var node))
                Used.Remove(node);
            else
                ByHash[hash] = node = new(new Kept(hash, new(load)));
            Used.AddFirst(node);
            while (Used.Count > Most)
            {
                ByHash.Remove(Used.Last!.Value.Hash);
                Used.RemoveLast();
            }
            return node.Value;
        }
    }

    private sealed record Kept(string Hash, Lazy<PlanCheckLoading> Loading);
}
