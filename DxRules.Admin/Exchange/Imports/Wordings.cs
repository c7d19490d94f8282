namespace DxRules.Admin.Exchange.Imports;

/// <summary>The document's own wordings of members.</summary>
internal static class Wordings
{
    /// <summary>What was there before, with the wordings of these members as they are now: those without one lose it.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string>? before, params (string Member, string? Wording)[] now)
    {
        var all = new Dictionary<string, string>(before ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (member, wording) in now)
        {
            all.Remove(member);
            if (wording is not null)
                all.Add(member, wording);
        }
        return all.AsReadOnly();
    }
}
