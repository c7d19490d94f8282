using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

/// <summary>
/// An object of a plan file. Its members are the file's, under the same names in camelCase; what each means when it is absent is told by
/// its C# type and its mark: <c>required</c> = must be given; <see cref="FactAttribute"/> = null is unknown; <see cref="EventAttribute"/> =
/// null has not happened; a list that may be null = null is unknown; any other value = the default that stands there.
/// Everything that handles plan files (reader, writer, as-of, schema) follows these members.
/// </summary>
public abstract record PlanObject
{
    /// <summary>The document's own wording of a member, by the member's name in the file.</summary>
    public IReadOnlyDictionary<string, string> Raw { get; init; } = NoWording;

    /// <summary>Names (as in the file) of members that somebody read into the document, and that it does not state.</summary>
    public IReadOnlyList<string> Inferred { get; init; } = [];

    private static readonly IReadOnlyDictionary<string, string> NoWording = new Dictionary<string, string>().AsReadOnly();
}
