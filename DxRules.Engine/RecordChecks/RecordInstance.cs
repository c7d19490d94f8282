using System.Reflection;
using System.Runtime.CompilerServices;

namespace DxRules.Engine.RecordChecks;

/// <summary>Makes objects of classes it does not know, for examples: through the constructor that says most of them, then property by property.</summary>
internal static class RecordInstance
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>An object with these values; where a constructor asks for more, what says nothing. Null where the class cannot be made.</summary>
    public static object? Make(Type type, IReadOnlyDictionary<PropertyInfo, object?> values)
    {
        var constructors = type.GetConstructors(Own).Where(constructor => !IsCopy(constructor)).OrderByDescending(constructor => constructor.GetParameters().Length);
        if (type.IsAbstract || constructors.FirstOrDefault(constructor => constructor.GetParameters().All(parameter => PropertyFor(type, parameter) is not null)) is not { } chosen)
            return null;
        var made = chosen.Invoke([.. chosen.GetParameters().Select(parameter => ArgumentFor(PropertyFor(type, parameter)!, parameter, values))]);
        foreach (var (property, value) in values)
            Set(property, made, value);
        return made;
    }

    /// <summary>Whether a property holds a value of its own.</summary>
    public static bool CanSet(PropertyInfo property) => property.SetMethod is not null || FieldOf(property) is not null;

    public static void Set(PropertyInfo property, object holder, object? value)
    {
        if (property.SetMethod is not null)
            property.SetValue(holder, value);
        else
            FieldOf(property)!.SetValue(holder, value);
    }

    /// <summary>A list of the type of a property: an array wherever one fits.</summary>
    public static object ListOf(Type type, object?[] items)
    {
        var array = Array.CreateInstance(RecordMember.ItemOf(type)!, items.Length);
        items.CopyTo(array, 0);
        return type.IsInstanceOfType(array) ? array : Activator.CreateInstance(type, array)!;
    }

    private static bool IsCopy(ConstructorInfo constructor) => constructor.GetParameters() is [var one] && one.ParameterType == constructor.DeclaringType;

    private static PropertyInfo? PropertyFor(Type type, ParameterInfo parameter) =>
        type.GetProperties(Own).FirstOrDefault(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && parameter.ParameterType.IsAssignableFrom(property.PropertyType));

    private static object? ArgumentFor(PropertyInfo property, ParameterInfo parameter, IReadOnlyDictionary<PropertyInfo, object?> values)
    {
        foreach (var (given, value) in values)
        {
            if (given.Name == property.Name)
                return value;
        }
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        return parameter.ParameterType.IsValueType ? RuntimeHelpers.GetUninitializedObject(parameter.ParameterType) : null;
    }

    private static FieldInfo? FieldOf(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
}
