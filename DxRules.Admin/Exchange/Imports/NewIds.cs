using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Ids for what is added: ASCII, and the same whenever the same is added to the same plan.</summary>
internal sealed class NewIds(PlanIndex index)
{
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <param name="number">The number of the initiative: 1-3 of the policy p1 becomes p1-i3.</param>
    public string Initiative(Policy policy, string? number, string title)
    {
        var last = number is null ? "" : TextKeys.NumberKey(number).Split('-')[^1];
        return last.Length is > 0 and <= 9 && last.All(char.IsAsciiLetterOrDigit) ? Free($"{policy.Id}-i{last}") : Free($"{policy.Id}-i{Hash(title)}");
    }

    public string Kpi(string title) => Free(Slug(title) is { Length: >= 3 } slug ? $"k-{slug}" : $"k-{Hash(title)}");

    public string Series(string kpi, string? segment) =>
        Free(segment is null ? $"{kpi}-all" : Slug(segment) is { Length: > 0 } slug ? $"{kpi}-{slug}" : $"{kpi}-{Hash(segment)}");

    public string Department(string name) => Free($"d-{Hash(name)}");

    private string Free(string wanted)
    {
        var id = wanted.Length <= PlanLimits.IdLength - 4 ? wanted : $"{wanted[..40]}-{Hash(wanted)}";
        for (var i = 2; index.ById(id) is not null || !given.Add(id); i++)
            id = $"{wanted}-{i.ToString(CultureInfo.InvariantCulture)}";
        return id;
    }

    // Only of what is written in ASCII throughout; part of a title says too little.
    private static string? Slug(string text)
    {
        var folded = TextKeys.Signs(text).Trim().ToLowerInvariant();
        return folded.Length <= 40 && folded.All(char.IsAscii) ? string.Concat(folded.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-') : null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextKeys.Key(text))))[..8];
}
