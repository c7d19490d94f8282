using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DxRules.Admin.Pages.Components;

/// <summary>The fields of a page in the order in which they stand on it.</summary>
internal sealed class FieldOrder
{
    private readonly List<FieldState> fields = [];

    public static FieldOrder Of(ViewDataDictionary view)
    {
        if (view[nameof(FieldOrder)] is not FieldOrder order)
            view[nameof(FieldOrder)] = order = new FieldOrder();
        return order;
    }

    public void Add(FieldState field) => fields.Add(field);

    /// <summary>What is wrong with no field comes first.</summary>
    public int PlaceOf(string name) => fields.FindIndex(Is(name));

    /// <summary>Null where no field has the name.</summary>
    public string? IdOf(string name) => fields.Find(Is(name))?.Id;

    private static Predicate<FieldState> Is(string name) => field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase);
}
