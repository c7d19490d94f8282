using DxRules.Admin.Exchange.Peers;

namespace DxRules.Admin.Pages.Imports;

/// <summary>A figure of another municipality and what of ours it may stand beside.</summary>
/// <param name="Number">Its place in the file, counted from 0.</param>
/// <param name="Own">Ours; null where it is not taken.</param>
/// <param name="Choices">Ours in the same unit.</param>
internal sealed record PeerLine(int Number, PeerSeries Other, OwnSeries? Own, bool? SameDefinition, IReadOnlyList<OwnSeries> Choices)
{
    /// <summary>The words by which a form says whether the definition is the same.</summary>
    public const string Same = "same", Differs = "differs", NotKnown = "";

    public string OwnField => $"own-{Number}";

    public string SameField => $"same-{Number}";

    public string SameWord => SameDefinition switch { true => Same, false => Differs, null => NotKnown };

    public static bool? SameOf(string? word) => word switch { Same => true, Differs => false, _ => null };
}
