using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>What the fields of a sheet hold once it is read: what was typed, else what the plan says.</summary>
internal sealed class SheetValues
{
    private readonly Dictionary<string, (SheetField Field, string? Value)> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    public void Put(SheetField field, string? value)
    {
        values[field.Key] = (field, value);
        if (value != field.Value)
            touched.Add(field.Key);
    }

    /// <summary>Whether somebody typed something else than the plan says.</summary>
    public bool IsTouched(string key) => touched.Contains(key);

    public bool Has(string key) => values[key].Value is not null;

    public string? Text(string key) => values[key].Value;

    public PlanDate? Date(string key) => values[key] is (var field, { } value) ? FieldText.DateOf(field, value) : null;

    public decimal? Figure(string key) => values[key].Value is { } value ? FieldText.Figure(value) : null;

    public int? Whole(string key) => Figure(key) is { } figure ? (int)figure : null;

    /// <summary>A share, from the per cent that were typed.</summary>
    public decimal? Share(string key) => Figure(key) / 100;

    public T? Word<T>(string key) where T : struct, Enum => values[key].Value is { } word ? (T)PlanWords.Of(typeof(T))[word] : null;
}
