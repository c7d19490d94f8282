using System.Globalization;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans.Changes;

/// <summary>
/// What the elements of a list of objects are known by: the id; else the subject, department or code that the element is about and its fiscal year,
/// else its date (<c>2024</c>, <c>p2-i1:2024</c>, <c>2025-05-31</c>); else the position, counted from 1. Of elements with the same key all but the first
/// are numbered: <c>2024~2</c>.
/// </summary>
internal static class ElementKeys
{
    /// <summary>The keys in the order of the list, no two of them the same.</summary>
    /// <param name="shape">Of the elements.</param>
    /// <param name="textOf">A scalar member of an element, without quotes; null where it is absent.</param>
    public static string[] Of<T>(PlanShape shape, IReadOnlyList<T> elements, Func<T, PlanMember, string?> textOf)
    {
        var about = shape.Id is null ? shape.Members.Where(IsAbout).ToArray() : [];
        var days = shape.Id is null ? DaysOf(shape) : [shape.Id];
        var keys = new string[elements.Count];
        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            var element = elements[i];
            var parts = about.Select(member => Escaped(textOf(element, member))).Append(days.Select(member => textOf(element, member)).FirstOrDefault(day => day is not null));
            var key = string.Join(':', parts.Where(part => part is not null));
            if (key.Length == 0)
                key = Written(i + 1);
            var twin = given[key] = given.GetValueOrDefault(key) + 1;
            keys[i] = twin == 1 ? key : $"{key}~{Written(twin)}";
        }
        return keys;
    }

    /// <summary>Whether elements are known by nothing but their position, so that taking one out renames those behind it.</summary>
    public static bool ArePositions(PlanShape shape) => shape.Id is null && DaysOf(shape).Length == 0 && !shape.Members.Any(IsAbout);

    private static PlanMember[] DaysOf(PlanShape shape) => [.. new[] { shape.Find("fiscalYear"), shape.Find("on") }.OfType<PlanMember>()];

    // Not who judged or commented: a post is a free text, and the day tells such rows apart.
    private static bool IsAbout(PlanMember member) =>
        member is { IsList: false, Presence: MemberPresence.Required, Reference: ReferenceTo.Subject or ReferenceTo.Department or ReferenceTo.Elsewhere };

    // References are free texts until something resolves them; ids hold none of these signs.
    private static string? Escaped(string? text) => text?.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
