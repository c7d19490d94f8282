using System.Globalization;
using DxRules.Admin.Departments;
using Microsoft.Extensions.Primitives;

namespace DxRules.Admin.Pages.Departments;

/// <summary>What is typed and ticked in the course of a hand-over; each step sends on what the ones before took in.</summary>
/// <param name="Kind">renamed, merged, succeeded or abolished, as chosen.</param>
/// <param name="Version">The number of the plan's version that the person looks at.</param>
internal sealed record HandOverForm(string Kind, string Name, string Id, string Successor, string On, string Note, int Version)
{
    public static readonly IReadOnlyList<string> Kinds = ["renamed", "merged", "succeeded", "abolished"];

    /// <summary>The new department of each item that is ticked, by its key; null before anything could be ticked.</summary>
    public IReadOnlyDictionary<string, string>? Moves { get; init; }

    /// <summary>Ids of those who go on with the successor; null before anything could be ticked.</summary>
    public IReadOnlyCollection<int>? People { get; init; }

    /// <summary>Reads a form that was sent.</summary>
    public static HandOverForm Of(IFormCollection sent) =>
        new(Text(sent["kind"]), Text(sent["name"]), Text(sent["id"]), Text(sent["successor"]), Text(sent["on"]), Text(sent["note"]), Number(sent["version"]))
        {
            Moves = sent.ContainsKey("signed") ? sent["move"].OfType<string>().Distinct().ToDictionary(key => key, key => Text(sent[$"to:{key}"])) : null,
            People = sent.ContainsKey("signed") ? [.. sent["person"].Select(id => Number(id))] : null,
        };

    /// <summary>The hand-over; null where nobody chose what becomes of the department, or the day is none.</summary>
    public HandOver? Change(string department)
    {
        if (!Kinds.Contains(Kind) || !DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
            return null;
        var kind = Enum.Parse<HandOverKind>(Kind, ignoreCase: true);
        return new HandOver(department, kind, on)
        {
            Name = Name,
            Successor = kind switch { HandOverKind.Merged => Successor, HandOverKind.Succeeded => Id, _ => null },
            Moves = Moves ?? new Dictionary<string, string>(),
        };
    }

    private static string Text(StringValues value) => value.ToString().Trim();

    private static int Number(StringValues value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
