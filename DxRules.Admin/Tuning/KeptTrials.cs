using System.Security.Cryptography;

namespace DxRules.Admin.Tuning;

/// <summary>What was tried last, until its page is opened: a trial is made anew in a moment, so none is stored.</summary>
internal sealed class KeptTrials
{
    /// <summary>Trials that are kept.</summary>
    public const int Most = 20;

    private readonly Lock guard = new();
    private readonly LinkedList<(string Key, KeptTrial Trial)> kept = [];

    /// <summary>Under a key that nobody guesses.</summary>
    public string Add(KeptTrial trial)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        lock (guard)
        {
            kept.AddFirst((key, trial));
            while (kept.Count > Most)
                kept.RemoveLast();
        }
        return key;
    }

    /// <summary>Null where it is kept no longer, or is somebody else's.</summary>
    public KeptTrial? Find(string key, int? user)
    {
        lock (guard)
            return kept.Where(entry => entry.Key == key && entry.Trial.User == user).Select(entry => entry.Trial).FirstOrDefault();
    }
}

/// <param name="User">Who tried it: what they may see is in it.</param>
/// <param name="Address">Of the page on which it was tried.</param>
/// <param name="Typed">The fields as they were sent.</param>
/// <param name="Version">The number of the profile's version that it was compared with.</param>
internal sealed record KeptTrial(int? User, string Municipality, string Address, IReadOnlyDictionary<string, string> Typed, int Version, IReadOnlyList<CycleEffect> Effects);
