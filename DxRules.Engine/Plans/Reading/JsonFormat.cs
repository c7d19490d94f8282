using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>A format of JSON files that are read with places.</summary>
/// <param name="Name">What a file says of itself in its first member.</param>
/// <param name="Called">What messages call such a file.</param>
internal sealed record JsonFormat(string Name, LocalizedText Called)
{
    public static readonly JsonFormat Plan = new(PlanReader.Format, new("計画ファイル", "a plan file"));
}
