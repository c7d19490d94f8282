using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>
/// What rules can speak about: kinds of subjects over CLR types, their members and words. A host describes its own records
/// with <see cref="SchemaBuilder"/>; nothing in the language or the evaluation knows more of the data than this.
/// </summary>
internal sealed class Schema
{
    private readonly Dictionary<string, ObjectType> subjectsByName = new(StringComparer.Ordinal);

    internal Schema(
        IReadOnlyList<ObjectType> objects,
        IReadOnlyList<EnumType> enums,
        ObjectType context,
        IReadOnlyList<Function> functions,
        Func<object, SubjectIdentity> identify,
        Func<object, Language, string?> writeValue,
        SubjectFromFragment? buildSubject)
    {
        Objects = objects;
        Enums = enums;
        Context = context;
        Functions = functions;
        Identify = identify;
        WriteValue = writeValue;
        BuildSubject = buildSubject;
        foreach (var subject in Subjects)
        {
            subjectsByName.Add(subject.Ja, subject);
            subjectsByName.TryAdd(subject.En, subject);
        }
    }

    /// <summary>The kind above all others (計画): the first subject.</summary>
    public ObjectType Root => Subjects.First();

    /// <summary>Subjects and parts, in the order of the dictionary.</summary>
    public IReadOnlyList<ObjectType> Objects { get; }

    public IEnumerable<ObjectType> Subjects => Objects.Where(o => o.IsSubject);

    public IReadOnlyList<EnumType> Enums { get; }

    /// <summary>What every rule sees besides its subject: 基準日, 今年度. Its members read an <see cref="Compilation.EvaluationContext"/>.</summary>
    public ObjectType Context { get; }

    /// <summary>Functions of the field (年度, 年度末) beside those of the language.</summary>
    public IReadOnlyList<Function> Functions { get; }

    /// <summary>Id, title and path of a subject.</summary>
    public Func<object, SubjectIdentity> Identify { get; }

    /// <summary>
    /// Whether it describes a host's own records. They need not point up, so what is above a subject is told by the way on which the evaluation came to
    /// it; and their members are read by code that may throw.
    /// </summary>
    public bool DescribesHostRecords { get; init; }

    /// <summary>How the host writes values of its own and dates; null for those it leaves to the language.</summary>
    public Func<object, Language, string?> WriteValue { get; }

    /// <summary>Builds the subjects of examples; null where the host offers none, and examples cannot run.</summary>
    public SubjectFromFragment? BuildSubject { get; }

    public IEnumerable<string> SubjectNames => subjectsByName.Keys;

    /// <summary>The kind of subject by its name in either language; null where there is none.</summary>
    public ObjectType? FindSubject(string name) => subjectsByName.GetValueOrDefault(name);
}

/// <summary>How a subject is told apart and shown.</summary>
/// <param name="Id">Unique in its document and stable over the years.</param>
/// <param name="Title">As people know it.</param>
/// <param name="Path">Titles of what is above it, outermost first.</param>
/// <param name="IsSecret">Whether it lies in a secret part of the document.</param>
public sealed record SubjectIdentity(string Id, string Title, IReadOnlyList<string> Path, bool IsSecret = false);

/// <summary>A function of the field: its names, its parameters, and the static method that does it. All arguments are known when it is called.</summary>
internal sealed record Function(
    string Ja,
    string En,
    LocalizedText Meaning,
    IReadOnlyList<FunctionParameter> Parameters,
    FeelType Result,
    System.Reflection.MethodInfo Method);

internal sealed record FunctionParameter(string Ja, string En, FeelType Type);
