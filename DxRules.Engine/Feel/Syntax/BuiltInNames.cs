namespace DxRules.Engine.Feel.Syntax;

/// <summary>The names of the standard that hold spaces. They are a closed set, so that no name of a schema needs one.</summary>
internal static class BuiltInNames
{
    /// <summary>Functions; recognised only where a parenthesis follows.</summary>
    public static readonly IReadOnlyList<string> Functions =
    [
        "context merge", "context put", "date and time", "day of week", "day of year", "distinct values", "ends with", "finished by",
        "get entries", "get value", "index of", "insert before", "list contains", "list replace", "lower case", "met by",
        "month of year", "overlaps after", "overlaps before", "round down", "round half down", "round half up", "round up",
        "started by", "starts with", "string join", "string length", "substring after", "substring before", "upper case",
        "week of year", "years and months duration",
    ];

    /// <summary>Members of times and ranges.</summary>
    public static readonly IReadOnlyList<string> Members = ["time offset", "start included", "end included"];

    public static readonly IReadOnlyList<string> Types = ["date and time", "days and time duration", "years and months duration"];
}
