using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Tuning;

/// <summary>
/// The shipped rules compiled as profiles set them, known by what a profile says, so that nothing grows stale. The ones used last are kept: to compile
/// takes about half a second.
/// </summary>
internal static class CompiledProfiles
{
    /// <summary>Checks that are kept. A site has few cities, each with its newest profile and one or two that somebody tries.</summary>
    public const int Most = 12;

    private static readonly Lock Guard = new();
    private static readonly Dictionary<string, LinkedListNode<Kept>> ByHash = new(StringComparer.Ordinal);
    private static readonly LinkedList<Kept> Used = [];

    /// <summary>The rules with the settings of a profile, or why it does not fit them.</summary>
    public static PlanCheckLoading Of(string profile) => Find(ContentHash.Of(profile), profile).Loading.Value;

    /// <summary>The rules with the settings of a profile; null for the rules as they are.</summary>
    /// <exception cref="ProfileMisfit">The profile does not fit the rules.</exception>
    public static PlanCheck Check(string? profile)
    {
        if (profile is null)
            return PlanCheck.Default;
        var loading = Of(profile);
        return loading.Check ?? throw new ProfileMisfit(loading.Diagnostics);
    }

    // Two who ask for the same at once wait for one compilation; others do not wait for it.
    private static Kept Find(string hash, string profile)
    {
        lock (Guard)
        {
            if (ByHash.TryGetValue(hash, out var node))
                Used.Remove(node);
            else
                ByHash[hash] = node = new(new Kept(hash, new(() => ProfileReading.Load(profile))));
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

/// <summary>A kept profile does not fit the rules any more: a newer version of the program came with others.</summary>
internal sealed class ProfileMisfit(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join("\n", diagnostics.Select(diagnostic => DiagnosticPrinter.Print(diagnostic, Language.English))));
