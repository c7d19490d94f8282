using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A folder of rules as a city's profile changes it.</summary>
/// <param name="Folder">Without the rules that are switched off, and with the severities the profile sets.</param>
/// <param name="Values">What the profile sets; all other parameters keep the values of their files.</param>
/// <param name="Scales">
/// The rating scales, each for something else; the standard one for what the profile names none for. Empty where the folder holds none.
/// </param>
internal sealed record AppliedProfile(RuleFolder Folder, ParameterValues Values, IReadOnlyList<ScaleFile> Scales)
{
    public const string StandardScale = "standard";

    /// <summary>The folder as it was before.</summary>
    public required RuleFolder Original { get; init; }

    /// <summary>All in which the profile differs from the rules it builds on, in the order of its keys.</summary>
    public IReadOnlyList<ProfileChange> Changes { get; init; } = [];

    /// <summary>What the city calls kinds of subjects, by the kind's English word.</summary>
    public IReadOnlyDictionary<string, LocalizedText> LevelNames { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>The ids of its scales, as reports state them; null where there is none.</summary>
    public string? ScaleNames => Scales.Count > 0 ? string.Join(", ", Scales.Select(scale => scale.Id.Value)) : null;

    /// <summary>The scale that grades something; null where the folder holds none for it.</summary>
    public ScaleFile? ScaleFor(ScaleSubject subject) => Scales.FirstOrDefault(scale => scale.For.Contains(subject));

    /// <summary>What a boundary is in this city. That its group and member exist was checked when the scale was read.</summary>
    public decimal ValueOf(Boundary boundary)
    {
        if (boundary.Value is { } own)
            return own;
        var group = Folder.Groups.First(g => boundary.Group == g.Name.Value || boundary.Group == g.En.Value);
        var member = group.Members.First(m => boundary.Member == m.Name.Value || boundary.Member == m.En.Value);
        return (decimal)Values.OfGroup(group.Name.Value, member)!;
    }

    /// <summary>The folder as it stands, for a city without a profile.</summary>
    public static AppliedProfile None(RuleFolder folder) =>
        new(folder, new ParameterValues(), [.. folder.Scales.Where(scale => scale.Id.Value == StandardScale)]) { Original = folder };

    /// <summary>
    /// Applies every change of a profile. One that does not fit the folder is left out, with an error at its place in the profile; one that
    /// changes nothing is told as a warning.
    /// </summary>
    public static AppliedProfile Of(RuleFolder folder, ProfileFile profile, Schema schema, List<Diagnostic> diagnostics) =>
        new ProfileApplication(folder, profile, schema, diagnostics).Apply();
}
