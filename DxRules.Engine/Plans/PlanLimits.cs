namespace DxRules.Engine.Plans;

/// <summary>What a plan file may hold at most, so that a wrong or hostile file costs little before it is refused.</summary>
public static class PlanLimits
{
    /// <summary>Bytes of a file. A prefecture-sized plan with ten years of entries takes about 5 MB.</summary>
    public const int Bytes = 32 * 1024 * 1024;

    /// <summary>Objects and lists inside one another; the format itself needs 13.</summary>
    public const int Depth = 32;

    /// <summary>Values of all kinds in a file.</summary>
    public const int Values = 1_000_000;

    /// <summary>Characters of an id.</summary>
    public const int IdLength = 100;

    /// <summary>Problems told of one file; what lies beyond is counted.</summary>
    public const int Problems = 200;

    /// <summary>Dates and fiscal years before this year are slips, such as 22 or 0206.</summary>
    public const int FirstYear = 1900;

    /// <summary>Dates and fiscal years after this year are slips.</summary>
    public const int LastYear = 2199;
}
