using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Admin.Publishing;

/// <summary>What a record of a publication holds, read once by reflection: its file is written, read and described by this alone.</summary>
internal sealed class PublicationShape
{
    private static readonly ConcurrentDictionary<Type, PublicationShape> Shapes = new();
    private readonly ConstructorInfo constructor;
    private readonly Dictionary<string, PublicationMember> byName;

    private PublicationShape(Type type)
    {
        Type = type;
        constructor = type.GetConstructors().Single();
        var nullability = new NullabilityInfoContext();
        Members = [.. constructor.GetParameters().Select(parameter => new PublicationMember(type.GetProperty(parameter.Name!)!, parameter, nullability))];
        byName = Members.ToDictionary(member => member.Name, StringComparer.Ordinal);
    }

    public Type Type { get; }

    /// <summary>In the order in which they are written.</summary>
    public IReadOnlyList<PublicationMember> Members { get; }

    public static PublicationShape Of(Type type) => Shapes.GetOrAdd(type, t => new PublicationShape(t));

    /// <summary>The member of that name in the file, or null.</summary>
    public PublicationMember? Find(string name) => byName.GetValueOrDefault(name);

    /// <param name="values">One a member, in their order.</param>
    public object Make(object?[] values) => constructor.Invoke(values);
}

/// <summary>One member of a record of a publication.</summary>
internal sealed class PublicationMember
{
    private readonly PropertyInfo property;

    public PublicationMember(PropertyInfo property, ParameterInfo parameter, NullabilityInfoContext nullability)
    {
        this.property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var type = property.PropertyType;
        IsList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        ValueType = IsList ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;
        Kind = KindOf(ValueType);
        IsNullable = nullability.Create(property).ReadState == NullabilityState.Nullable;
        Default = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        IsRequired = !IsNullable && !parameter.HasDefaultValue;
    }

    /// <summary>The name in the file.</summary>
    public string Name { get; }

    public bool IsList { get; }

    /// <summary>The type of the value, or of a list's elements, without <see cref="Nullable{T}"/>.</summary>
    public Type ValueType { get; }

    public PublicationValueKind Kind { get; }

    /// <summary>Whether nobody may know it, or there may be none.</summary>
    public bool IsNullable { get; }

    /// <summary>Whether a file must hold it.</summary>
    public bool IsRequired { get; }

    /// <summary>The value where a file does not hold it; null where there is none.</summary>
    public object? Default { get; }

    public bool IsId => Has<IdAttribute>();

    public bool IsCode => Has<MunicipalityCodeAttribute>();

    public bool IsFiscalYear => Has<FiscalYearNumberAttribute>();

    public bool IsShare => Has<ShareAttribute>();

    public ReferenceTo? Reference => property.GetCustomAttribute<ReferenceAttribute>()?.To;

    public object? Get(object record) => property.GetValue(record);

    private bool Has<T>() where T : Attribute => property.GetCustomAttribute<T>() is not null;

    private static PublicationValueKind KindOf(Type type) => type switch
    {
        _ when type == typeof(string) => PublicationValueKind.Text,
        _ when type == typeof(decimal) => PublicationValueKind.Number,
        _ when type == typeof(int) => PublicationValueKind.Whole,
        _ when type == typeof(bool) => PublicationValueKind.Boolean,
        _ when type == typeof(DateOnly) => PublicationValueKind.Date,
        _ when type.IsEnum => PublicationValueKind.Word,
        _ when type.Assembly == typeof(PublicationShape).Assembly => PublicationValueKind.Object,
        _ => throw new ArgumentException($"A publication cannot have a member of type {type}.", nameof(type)),
    };
}

/// <summary>What stands in a member, or in the elements of its list.</summary>
internal enum PublicationValueKind
{
    Text,
    Number,
    Whole,
    Boolean,
    Date,

    /// <summary>One of the words of an enum.</summary>
    Word,
    Object,
}
