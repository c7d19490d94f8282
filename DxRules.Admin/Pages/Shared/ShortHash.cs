namespace DxRules.Admin.Pages;

/// <summary>The beginning of a content hash: enough to tell two apart by eye.</summary>
internal static class ShortHash
{
    public static string Of(string hash) => hash.Length <= 12 ? hash : hash[..12];
}
