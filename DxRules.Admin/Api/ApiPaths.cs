namespace DxRules.Admin.Api;

/// <summary>Where the interface for other programs lies.</summary>
internal static class ApiPaths
{
    public const string Version = "/api/v1";

    public const string Document = Version + "/openapi.json";

    /// <summary>Whether an address belongs to it, whatever the version.</summary>
    public static bool Holds(PathString path) => path.StartsWithSegments("/api");
}
