namespace DxRules.Admin.People;

/// <summary>What a token may ask for. Each is a word that the database, the form and the documentation know it by.</summary>
internal static class ApiScopes
{
    public const string ReadPlans = "plans:read";
    public const string ReadAlerts = "alerts:read";
    public const string ReadReports = "reports:read";
    public const string ReadCycles = "cycles:read";

    /// <summary>Have a plan checked that is sent along; nothing of it is kept.</summary>
    public const string CheckPlans = "plans:check";

    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<string> All = [ReadPlans, ReadCycles, ReadAlerts, ReadReports, CheckPlans];

    /// <summary>The word as the keys of texts have it.</summary>
    public static string KeyOf(string scope) => scope.Replace(':', '.');
}
