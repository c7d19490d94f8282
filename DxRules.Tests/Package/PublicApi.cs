using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace DxRules.Tests.Package;

/// <summary>What users of a library can name, one line a type or member, in ordinal order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly library)
    {
        var lines = library.GetTypes().Where(type => type.IsVisible)
            .SelectMany(type => Members(type).Select(member => $"{type.Namespace}.{NameOf(type)}.{member}").Prepend($"{type.Namespace}.{NameOf(type)} : {KindOf(type)}"));
        return string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + "\n"));
    }

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => (type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class") + (type.BaseType is { } above && above != typeof(object) ? " " + NameOf(above) : ""),
    };

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        return type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)) || member is FieldInfo).Select(Line).OfType<string>();
    }

    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo field when IsSeen(field) => $"{field.Name} {{ {(field.IsLiteral ? $"= {field.GetRawConstantValue()}" : field.IsStatic ? "static" : "")} }} : {NameOf(Nullability.Create(field))}",
        PropertyInfo property when IsSeen(property.GetMethod) || IsSeen(property.SetMethod) => $"{property.Name} {{ {Accessors(property)}}} : {NameOf(Nullability.Create(property))}",
        ConstructorInfo constructor when IsSeen(constructor) => $"new({Parameters(constructor)})",
        MethodInfo method when IsSeen(method) && !method.IsSpecialName => $"{(method.IsStatic ? "static " : "")}{method.Name}{Generics(method)}({Parameters(method)}) : {NameOf(Nullability.Create(method.ReturnParameter))}",
        MethodInfo { IsSpecialName: true, IsStatic: true } method when IsSeen(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => $"static {method.Name}({Parameters(method)}) : {NameOf(Nullability.Create(method.ReturnParameter))}",
        EventInfo happening => $"event {happening.Name}",
        _ => null,
    };

    private static bool IsSeen(FieldInfo field) => (field.IsPublic || field.IsFamily) && !field.IsSpecialName;

    private static bool IsSeen(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true, DeclaringType.IsSealed: false };

    private static string Accessors(PropertyInfo property)
    {
        var text = new StringBuilder(property.GetMethod is { IsStatic: true } ? "static " : "");
        if (property.IsDefined(typeof(RequiredMemberAttribute)))
            text.Append("required ");
        if (IsSeen(property.GetMethod))
            text.Append("get; ");
        if (IsSeen(property.SetMethod))
            text.Append(property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ");
        return text.ToString();
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{(parameter.IsOut ? "out " : "")}{NameOf(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "null") : "")}"));

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(type => type.Name))}>" : "";

    private static string NameOf(NullabilityInfo info)
    {
        var mark = info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType ? "?" : "";
        if (info.ElementType is { } element)
            return $"{NameOf(element)}[]{mark}";
        if (Nullable.GetUnderlyingType(info.Type) is not null || info.GenericTypeArguments.Length == 0)
            return NameOf(info.Type) + mark;
        return $"{BareName(info.Type)}<{string.Join(", ", info.GenericTypeArguments.Select(NameOf))}>{mark}";
    }

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return NameOf(value) + "?";
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";
        return type.IsGenericType ? $"{BareName(type)}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : BareName(type);
    }

    private static string BareName(Type type)
    {
        var name = type.Name.Split('`', '&')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{BareName(type.DeclaringType!)}.{name}" : name;
    }
}
