using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

/// <summary>What the marks on a plan record say about its members: read once by reflection, used by all that handles plan files.</summary>
internal sealed class PlanShape
{
    private static readonly ConcurrentDictionary<Type, PlanShape> Shapes = new();
    private readonly Dictionary<string, PlanMember> byName;

    private PlanShape(Type type)
    {
        Type = type;
        var nullability = new NullabilityInfoContext();
        Members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .OrderBy(p => p.MetadataToken)
            .Select(p => new PlanMember(p, nullability.Create(p).WriteState == NullabilityState.Nullable))];
        byName = Members.ToDictionary(m => m.Name, StringComparer.Ordinal);
        Id = Members.FirstOrDefault(m => m.IsId);
        ExistsSince = [.. Members.Where(m => m.Has<ExistsSinceAttribute>()).OrderBy(m => m.Mark<ExistsSinceAttribute>()!.Order)];
        Timed = [.. Members.Where(IsTimed)];
        Required = [.. Members.Where(m => m.Presence == MemberPresence.Required)];
        Periods = [.. Members.Where(m => m.Mark<StartAttribute>()?.End is not null).Select(m => (m, Members.First(end => end.PropertyName == m.Mark<StartAttribute>()!.End)))];
    }

    public Type Type { get; }

    /// <summary>In the order in which they are written; without <c>raw</c> and <c>inferred</c>, which every object has.</summary>
    public IReadOnlyList<PlanMember> Members { get; }

    /// <summary>The member that holds the object's id; null where such objects have none.</summary>
    public PlanMember? Id { get; }

    /// <summary>The members that tell since when an object exists, the one that decides first.</summary>
    public IReadOnlyList<PlanMember> ExistsSince { get; }

    /// <summary>The members that may look different at an earlier date: events with a day, what is dated by one, and objects that hold or are such.</summary>
    public IReadOnlyList<PlanMember> Timed { get; }

    /// <summary>The members that every such object must have.</summary>
    public IReadOnlyList<PlanMember> Required { get; }

    /// <summary>Days of which the second must not come before the first.</summary>
    public IReadOnlyList<(PlanMember Start, PlanMember End)> Periods { get; }

    public static PlanShape Of(Type type) => Shapes.GetOrAdd(type, t => new PlanShape(t));

    /// <summary>The member of that name in the file, or null.</summary>
    public PlanMember? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>A record with every member at its default; the required ones are not set.</summary>
    public PlanObject Create() => (PlanObject)Activator.CreateInstance(Type)!;

    private static bool IsTimed(PlanMember member) => member.ValueKind switch
    {
        PlanValueKind.Date => member.Presence == MemberPresence.Event && !member.Has<PlannedAttribute>(),
        PlanValueKind.Object => Of(member.ValueType) is var shape && (shape.Timed.Count > 0 || shape.ExistsSince.Count > 0),
        _ => member.Has<DatedByAttribute>(),
    };
}

/// <summary>One member of a plan record.</summary>
internal sealed class PlanMember
{
    private readonly PropertyInfo property;
    private readonly PropertyAccess access;
    private readonly PropertyAccess? datedBy;
    private readonly Dictionary<Type, Attribute> marks;

    public PlanMember(PropertyInfo property, bool isNullable)
    {
        this.property = property;
        access = PropertyAccess.To(property);
        marks = property.GetCustomAttributes().Where(a => a.GetType().Namespace == typeof(FactAttribute).Namespace).ToDictionary(a => a.GetType());
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        JsonName = JsonEncodedText.Encode(Name);
        IsList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        ValueType = IsList ? property.PropertyType.GetGenericArguments()[0] : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        ValueKind = KindOf(ValueType);
        Presence = PresenceOf(isNullable);
        IsStart = Has<StartAttribute>();
        IsId = Has<IdAttribute>();
        IsFiscalYear = Has<FiscalYearNumberAttribute>();
        IsShare = Has<ShareAttribute>();
        Reference = Mark<ReferenceAttribute>()?.To;
        IsWording = ValueKind == PlanValueKind.Text && !IsId && Reference is null && !Has<MunicipalityCodeAttribute>();
        Default = Presence == MemberPresence.Default ? access.Get((PlanObject)Activator.CreateInstance(property.DeclaringType!)!) : null;
        datedBy = Mark<DatedByAttribute>() is { } mark ? PropertyAccess.To(property.DeclaringType!.GetProperty(mark.Member)!) : null;
    }

    /// <summary>The name in the file, also the English name in rules.</summary>
    public string Name { get; }

    /// <summary>The name as it is written.</summary>
    public JsonEncodedText JsonName { get; }

    /// <summary>The record it is a member of.</summary>
    public Type Owner => property.DeclaringType!;

    /// <summary>The name of the C# property.</summary>
    public string PropertyName => property.Name;

    public bool IsList { get; }

    /// <summary>The type of the value, or of a list's elements, without <see cref="Nullable{T}"/>.</summary>
    public Type ValueType { get; }

    public PlanValueKind ValueKind { get; }

    public MemberPresence Presence { get; }

    /// <summary>The value when the member is absent; only for <see cref="MemberPresence.Default"/>.</summary>
    public object? Default { get; }

    public bool IsStart { get; }
    public bool IsId { get; }
    public bool IsFiscalYear { get; }
    public bool IsShare { get; }
    public ReferenceTo? Reference { get; }

    /// <summary>Whether a person wrote words here, as opposed to an id, a reference or a code.</summary>
    public bool IsWording { get; }

    /// <summary>The day on which this text came about, where another member of the record tells it.</summary>
    public PlanDate? DatedBy(PlanObject record) => (PlanDate?)datedBy?.Get(record);

    public object? Get(PlanObject record) => access.Get(record);

    /// <param name="value">Of the member's type; null leaves nothing, or the type's default.</param>
    public void Set(PlanObject record, object? value) => access.Set(record, value);

    public bool Has<T>() where T : Attribute => marks.ContainsKey(typeof(T));

    public T? Mark<T>() where T : Attribute => (T?)marks.GetValueOrDefault(typeof(T));

    private static PlanValueKind KindOf(Type type) => type switch
    {
        _ when type == typeof(string) => PlanValueKind.Text,
        _ when type == typeof(decimal) => PlanValueKind.Number,
        _ when type == typeof(int) => PlanValueKind.Whole,
        _ when type == typeof(bool) => PlanValueKind.Boolean,
        _ when type == typeof(PlanDate) => PlanValueKind.Date,
        _ when type.IsEnum => PlanValueKind.Word,
        _ when type.IsAssignableTo(typeof(PlanObject)) => PlanValueKind.Object,
        _ => throw new ArgumentException($"A plan record cannot have a member of type {type}.", nameof(type)),
    };

    private MemberPresence PresenceOf(bool isNullable) => this switch
    {
        _ when property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null => MemberPresence.Required,
        { IsList: true } => isNullable ? MemberPresence.UnknownList : MemberPresence.EmptyList,
        _ when Has<FactAttribute>() => MemberPresence.Fact,
        _ when Has<EventAttribute>() => MemberPresence.Event,
        _ => isNullable ? MemberPresence.Optional : MemberPresence.Default,
    };
}

/// <summary>What the absence of a member means.</summary>
internal enum MemberPresence
{
    /// <summary>An error.</summary>
    Required,

    /// <summary>Unknown.</summary>
    Fact,

    /// <summary>It has not happened, or there is none.</summary>
    Event,

    /// <summary>The default value.</summary>
    Default,

    /// <summary>There is no such text.</summary>
    Optional,

    /// <summary>A list of which nobody knows what is in it.</summary>
    UnknownList,

    /// <summary>A list with nothing in it.</summary>
    EmptyList,
}

/// <summary>What stands in a member, or in the elements of its list.</summary>
internal enum PlanValueKind
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

/// <summary>The words of an enum as they stand in plan files.</summary>
internal static class PlanWords
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, object>> Words = new();
    private static readonly ConcurrentDictionary<object, string> Written = new();

    /// <summary>Every word with its value, in the order of the enum.</summary>
    public static IReadOnlyDictionary<string, object> Of(Type type) =>
        Words.GetOrAdd(type, t => Enum.GetValues(t).Cast<object>().ToDictionary(Write, v => v, StringComparer.Ordinal));

    /// <summary>The word of a value: its C# name in camelCase.</summary>
    public static string Write(object value) => Written.GetOrAdd(value, word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()!));
}
