using System.Globalization;
using DxRules.Engine.Rules;

namespace DxRules.Benchmarks.Workload;

/// <summary>How many alerts there are, and a sum that changes with any of them but not with their order.</summary>
internal readonly record struct Fingerprint(int Alerts, ulong Sum)
{
    /// <summary>What every engine found on these cities: 100 and all 1,788 of Japan.</summary>
    public static IReadOnlyDictionary<int, Fingerprint> Known { get; } = new Dictionary<int, Fingerprint>
    {
        [100] = new(14_220, 0x7a13d5823f76e887),
        [1_788] = new(252_948, 0x33bd14da90da1751),
    };

    public static Fingerprint Of(IEnumerable<HandAlert> alerts)
    {
        var (count, sum) = (0, 0UL);
        foreach (var (rule, subject, severity) in alerts)
        {
            // The three grades that the engines compared have: 0 information, 1 warning, 2 critical.
            var grade = severity switch { Severity.Info => 0, Severity.Warning => 1, _ => 2 };
            sum += Fnv1a(string.Create(CultureInfo.InvariantCulture, $"{rule.ToLowerInvariant()}|{subject}|{grade}"));
            count++;
        }
        return new Fingerprint(count, sum);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Alerts:N0} alerts, checksum {Sum:x16}");

    private static ulong Fnv1a(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
            hash = (hash ^ unit) * 1099511628211UL;
        return hash;
    }
}
