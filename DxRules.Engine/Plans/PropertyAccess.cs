using System.Reflection;

namespace DxRules.Engine.Plans;

/// <summary>Reads and sets a property of plan records as code would. Reflection, with its checks at every call, took half of the time in which plans are hashed.</summary>
internal abstract class PropertyAccess
{
    public static PropertyAccess To(PropertyInfo property) =>
        (PropertyAccess)Activator.CreateInstance(typeof(Typed<,>).MakeGenericType(property.DeclaringType!, property.PropertyType), property)!;

    public abstract object? Get(PlanObject record);

    /// <param name="value">Of the property's type; null sets its default.</param>
    public abstract void Set(PlanObject record, object? value);

    private sealed class Typed<TRecord, TValue>(PropertyInfo property) : PropertyAccess
        where TRecord : PlanObject
    {
        private readonly Func<TRecord, TValue> get = property.GetMethod!.CreateDelegate<Func<TRecord, TValue>>();
        private readonly Action<TRecord, TValue> set = property.SetMethod!.CreateDelegate<Action<TRecord, TValue>>();

        public override object? Get(PlanObject record) => get((TRecord)record);

        public override void Set(PlanObject record, object? value) => set((TRecord)record, value is null ? default! : (TValue)value);
    }
}
