namespace DxRules.Admin.Api;

/// <summary>What one request or one token may cost.</summary>
internal static class ApiLimits
{
    /// <summary>Bytes of a plan document that is sent to be checked. A prefecture-sized plan with ten years of entries takes about 5 MB.</summary>
    public const int PlanBytes = 8 * 1024 * 1024;

    /// <summary>How long a check may take. A large city's plan takes about a second.</summary>
    public static readonly TimeSpan CheckTime = TimeSpan.FromSeconds(30);

    /// <summary>Checks at the same time, so that people's pages go on; so many others may wait.</summary>
    public const int ChecksAtOnce = 2;

    public const int ChecksWaiting = 8;

    /// <summary>Requests a minute with one token; without one, from one address.</summary>
    public const int PerMinute = 300;
}
