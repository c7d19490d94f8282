namespace DxRules.Engine.Plans;

/// <summary>What the format itself allows in a plan file. What reading one may cost stands in <see cref="Text.Limits"/>.</summary>
public static class PlanLimits
{
    /// <summary>Characters of an id.</summary>
    public const int IdLength = 100;

    /// <summary>Dates and fiscal years before this year are slips, such as 22 or 0206.</summary>
    public const int FirstYear = 1900;

    /// <summary>Dates and fiscal years after this year are slips.</summary>
    public const int LastYear = 2199;
}
