using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

/// <summary>Every function of the standard (DMN 1.5, chapter 10.3.4), by name.</summary>
internal static class BuiltIns
{
    private static readonly Dictionary<string, BuiltIn> ByName = new(StringComparer.Ordinal);

    static BuiltIns()
    {
        IEnumerable<BuiltIn>[] groups =
        [
            ConversionFunctions.All, BooleanFunctions.All, TextFunctions.All, ListFunctions.All, NumberFunctions.All, TemporalFunctions.All,
            RangeFunctions.All, ContextFunctions.All,
        ];
        All = [.. groups.SelectMany(group => group)];
        foreach (var function in All)
            ByName.Add(function.Name, function);
    }

    /// <summary>All of them, in the order of the reference.</summary>
    public static IReadOnlyList<BuiltIn> All { get; }

    /// <summary>The function of that name, or null.</summary>
    public static BuiltIn? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>
    /// A signature as it is written: the names of the parameters between commas, "?" behind those that may be left out,
    /// "…" at the end where further arguments may follow.
    /// </summary>
    public static Signature Form(string parameters)
    {
        var names = parameters.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        var isOpen = names is [.., "…"];
        if (isOpen)
            names = names[..^1];
        return new Signature([.. names.Select(name => name.TrimEnd('?'))], names.Count(name => !name.EndsWith('?')), isOpen);
    }

    /// <summary>A function whose signatures are separated by " / ".</summary>
    public static BuiltIn Of(FunctionGroup group, string name, string signatures, LocalizedText meaning, Func<BuiltInCall, object?> implementation) =>
        new(name, group, meaning, [.. signatures.Split(" / ").Select(Form)], implementation);
}
