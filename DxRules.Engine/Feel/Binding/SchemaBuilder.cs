using System.Linq.Expressions;
using System.Reflection;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Describes CLR types as kinds of objects that rules can read. Enums, kinds and members may be declared in any order; parents before children.</summary>
internal sealed class SchemaBuilder
{
    private readonly List<ObjectType> objects = [];
    private readonly List<EnumType> enums = [];
    private readonly List<Function> functions = [];
    private readonly Dictionary<Type, ObjectType> objectByClr = [];
    private readonly Dictionary<Type, EnumType> enumByClr = [];
    private readonly Dictionary<Type, ScalarType> scalarByClr = [];
    private readonly ObjectType context = new("文脈", "context", typeof(EvaluationContext), new("規則のまわり", "what surrounds a rule"), false);

    private SubjectFromFragment? buildSubject;
    private Func<object, Language, string?> writeValue = (value, _) => value is DateOnly date ? KnownValues.StringOf(date) : null;

    /// <summary>Declares the words of an enum: Japanese words in the order of its values; the English word is the value's name in camelCase.</summary>
    public SchemaBuilder Enum<TEnum>(string ja, string en, params string[] words)
        where TEnum : struct, Enum
    {
        var values = System.Enum.GetValues<TEnum>();
        if (values.Length != words.Length)
            throw new ArgumentException($"{typeof(TEnum).Name} has {values.Length} values but {words.Length} Japanese words.", nameof(words));
        var type = new EnumType(ja, en, typeof(TEnum), [.. values.Select((value, i) => new EnumWord(value, words[i], CamelCase(value.ToString())))]);
        enums.Add(type);
        enumByClr.Add(typeof(TEnum), type);
        return this;
    }

    /// <summary>A value of the host's own that rules can pass on and print; <see cref="Writing"/> writes it.</summary>
    public SchemaBuilder Scalar<T>(string ja, string en)
    {
        scalarByClr.Add(typeof(T), new ScalarType(ja, en, typeof(T)));
        return this;
    }

    /// <summary>A kind of subject: rules may be written for it.</summary>
    public ObjectTypeBuilder<T> Subject<T>(string ja, string en, LocalizedText meaning)
        where T : class => Declare<T>(ja, en, meaning, isSubject: true);

    /// <summary>A kind of object that is only read as a part of others.</summary>
    public ObjectTypeBuilder<T> Part<T>(string ja, string en, LocalizedText meaning)
        where T : class => Declare<T>(ja, en, meaning, isSubject: false);

    /// <summary>Something every rule sees, read from the context of the evaluation.</summary>
    public SchemaBuilder Context<TValue>(string ja, string en, LocalizedText meaning, Expression<Func<EvaluationContext, TValue>> read)
    {
        context.Add(new Member { Ja = ja, En = en, Meaning = meaning, Kind = MemberKind.Required, Read = read, Owner = context, Order = context.Members.Count });
        return this;
    }

    /// <summary>A function of the field over a static method; parameter and result types follow the method's, the names are given in its order.</summary>
    public SchemaBuilder Function(string ja, string en, LocalizedText meaning, MethodInfo method, params (string Ja, string En)[] parameters)
    {
        var types = method.GetParameters();
        if (types.Length != parameters.Length)
            throw new ArgumentException($"{method.Name} has {types.Length} parameters but {parameters.Length} names.", nameof(parameters));
        functions.Add(new Function(
            ja,
            en,
            meaning,
            [.. parameters.Select((p, i) => new FunctionParameter(p.Ja, p.En, TypeOf(types[i].ParameterType, method.Name)))],
            TypeOf(method.ReturnType, method.Name),
            method));
        return this;
    }

    /// <summary>How dates and values of the host's own are written for people; null leaves a value to the language.</summary>
    public SchemaBuilder Writing(Func<object, Language, string?> write)
    {
        writeValue = write;
        return this;
    }

    /// <summary>How the subjects of examples are built.</summary>
    public SchemaBuilder Examples(SubjectFromFragment build)
    {
        buildSubject = build;
        return this;
    }

    /// <summary>The finished schema. The first subject declared is the root.</summary>
    /// <param name="identify">Id, title and path of a subject.</param>
    /// <param name="ofHostRecords">See <see cref="Schema.DescribesHostRecords"/>.</param>
    public Schema Build(Func<object, SubjectIdentity> identify, bool ofHostRecords = false)
    {
        foreach (var member in objects.Append(context).SelectMany(o => o.Members))
            member.Type = TypeOf(ValueType(member.Read.ReturnType), $"{member.Owner.En}.{member.En}");
        return new Schema(objects, enums, context, functions, identify, writeValue, buildSubject) { DescribesHostRecords = ofHostRecords };
    }

    /// <summary>Maybe&lt;T&gt; and T? hold a T. A Maybe of a nullable value would have two ways to lack it.</summary>
    internal static Type ValueType(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Maybe<>))
        {
            type = type.GetGenericArguments()[0];
            if (Nullable.GetUnderlyingType(type) is not null)
                throw new ArgumentException($"Maybe<{type.GenericTypeArguments[0].Name}?>: a value that is not there is an unknown Maybe.", nameof(type));
        }
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    internal static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private ObjectTypeBuilder<T> Declare<T>(string ja, string en, LocalizedText meaning, bool isSubject)
        where T : class
    {
        var type = new ObjectType(ja, en, typeof(T), meaning, isSubject);
        objects.Add(type);
        objectByClr.Add(typeof(T), type);
        return new ObjectTypeBuilder<T>(type, clr => objectByClr[clr]);
    }

    private FeelType TypeOf(Type clr, string where)
    {
        if (clr.IsArray)
            return new ListType(TypeOf(clr.GetElementType()!, where));
        if (objectByClr.TryGetValue(clr, out var kind))
            return kind;
        if (enumByClr.TryGetValue(clr, out var words))
            return words;
        if (scalarByClr.TryGetValue(clr, out var scalar))
            return scalar;
        return clr switch
        {
            _ when clr == typeof(decimal) || clr == typeof(int) => FeelType.Number,
            _ when clr == typeof(NumberRange) => new ListType(FeelType.Number),
            _ when clr == typeof(string) => FeelType.Text,
            _ when clr == typeof(bool) => FeelType.Boolean,
            _ when clr == typeof(DateOnly) => FeelType.Date,
            _ when clr == typeof(DaysDuration) => FeelType.Days,
            _ when clr == typeof(MonthsDuration) => FeelType.Months,
            _ when clr == typeof(MonthDay) => FeelType.MonthDay,
            _ => throw new InvalidOperationException($"{where} is a {clr}, which no kind, enum or scalar of the schema describes; numbers are decimal or whole, days DateOnly."),
        };
    }
}
