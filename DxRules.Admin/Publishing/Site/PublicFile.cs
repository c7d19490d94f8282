namespace DxRules.Admin.Publishing.Site;

/// <summary>A file of the public site, as it is served and as it lies in a folder.</summary>
internal sealed record PublicFile(string MediaType, ReadOnlyMemory<byte> Content);
