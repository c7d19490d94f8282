using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.RecordChecks;

/// <summary>
/// Describes a host's own classes as what rules can speak of: kinds of subjects, their members, and their words, each with a Japanese and an
/// English name. A rule may use either. Every rule also sees 基準日 <c>asOfDate</c>, 今年度 <c>currentFiscalYear</c>, 指摘 <c>alerts</c> and 判定不能
/// <c>undetermined</c>, and may call the functions of fiscal years and dates, as rules about plans do. Not for several threads; what <see cref="Build{TRoot}"/> gives is.
/// </summary>
/// <remarks>
/// Enums and parents are declared before what reads them. Mistakes in the description are mistakes of a program: they throw
/// <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> with a sentence that names the member.
/// </remarks>
public sealed class RecordSchemaBuilder
{
    private readonly SchemaBuilder schema = new();
    private readonly Dictionary<Type, ObjectType> kinds = [];
    private readonly Dictionary<Type, Func<object, SubjectIdentity>> identities = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private bool isBuilt;

    /// <summary>An empty description, but for what every rule sees.</summary>
    public RecordSchemaBuilder() => PlanSchema.DeclareField(schema);

    /// <summary>The words of an enum.</summary>
    /// <param name="ja">What the enum is called in Japanese.</param>
    /// <param name="en">What it is called in English.</param>
    /// <param name="words">Japanese words in the order of the enum's values; the English word is the value's name in camelCase.</param>
    /// <exception cref="ArgumentException">There are more or fewer words than values.</exception>
    public RecordSchemaBuilder Enum<TEnum>(string ja, string en, params string[] words)
        where TEnum : struct, Enum
    {
        RefuseIfBuilt();
        schema.Enum<TEnum>(ja, en, words);
        return this;
    }

    /// <summary>A kind of subject: something rules may be written for. The first one is the root, from which every check begins. Its members ID <c>id</c> and 題名 <c>title</c> are declared with it.</summary>
    /// <param name="ja">What rules call it in Japanese.</param>
    /// <param name="en">What rules call it in English; reports give this word as its type.</param>
    /// <param name="meaning">What it is, for the authors of rules.</param>
    /// <param name="id">Unique below one root and the same from check to check: by it alerts are told apart and compared.</param>
    /// <param name="title">As people know it.</param>
    public RecordKindBuilder<T> Subject<T>(
        string ja,
        string en,
        LocalizedText meaning,
        System.Linq.Expressions.Expression<Func<T, string>> id,
        System.Linq.Expressions.Expression<Func<T, string>> title)
        where T : class
    {
        RefuseIfBuilt();
        var (idOf, titleOf) = (RecordMember.Reader(id), RecordMember.Reader(title));
        var kind = Declare(schema.Subject<T>(TakeName(ja), TakeName(en), meaning));
        identities.Add(typeof(T), subject => new SubjectIdentity(idOf((T)subject), titleOf((T)subject), []));
        return kind
            .Required("ID", "id", new("一つだけの、変わらない識別子", "unique, and the same from check to check"), id)
            .Required("題名", "title", new("人が呼ぶ名", "as people know it"), title);
    }

    /// <summary>A kind of object that is only read as a part of others; no rule is written for it.</summary>
    /// <param name="ja">What it is called in Japanese.</param>
    /// <param name="en">What it is called in English.</param>
    /// <param name="meaning">What it is, for the authors of rules.</param>
    public RecordKindBuilder<T> Part<T>(string ja, string en, LocalizedText meaning)
        where T : class
    {
        RefuseIfBuilt();
        return Declare(schema.Part<T>(ja, en, meaning));
    }

    /// <summary>A function of the host's own, beside those of the language and of fiscal years and dates.</summary>
    /// <param name="ja">Its name in Japanese.</param>
    /// <param name="en">Its name in English.</param>
    /// <param name="meaning">What it gives, for the authors of rules.</param>
    /// <param name="function">A static method. Numbers are <see cref="decimal"/>. It must give the same for the same arguments; all of them are known when it is called.</param>
    /// <param name="parameters">The names of its parameters, in their order.</param>
    /// <exception cref="ArgumentException">The method is not static, or the names are not as many as its parameters.</exception>
    public RecordSchemaBuilder Function(string ja, string en, LocalizedText meaning, Delegate function, params (string Ja, string En)[] parameters)
    {
        RefuseIfBuilt();
        ArgumentNullException.ThrowIfNull(function);
        if (!function.Method.IsStatic)
            throw new ArgumentException($"The function {en} is not a static method: give a method group such as Rates.Round, not a lambda.", nameof(function));
        schema.Function(ja, en, meaning, function.Method, parameters);
        return this;
    }

    /// <summary>The finished description; the builder takes nothing more.</summary>
    /// <typeparam name="TRoot">The first subject declared.</typeparam>
    /// <exception cref="InvalidOperationException">Something is missing or does not fit; the sentence names it.</exception>
    public RecordSchema<TRoot> Build<TRoot>()
        where TRoot : class
    {
        RefuseIfBuilt();
        isBuilt = true;
        var subjects = kinds.Values.Where(kind => kind.IsSubject).ToList();
        if (subjects.Count == 0 || subjects[0].Clr != typeof(TRoot))
            throw new InvalidOperationException($"Every check begins at the subject declared first; {typeof(TRoot).Name} is not that subject.");
        var hanging = subjects.SelectMany(kind => kind.Children).Select(list => list.Kind).ToHashSet();
        if (subjects.Skip(1).FirstOrDefault(kind => !hanging.Contains(kind)) is { } loose)
            throw new InvalidOperationException($"The subject {loose.En} hangs on nothing, so no check comes to it: say Under, or declare it as a Part.");
        return new RecordSchema<TRoot>(schema.Examples(RecordFragment.Build).Build(Identify, ofHostRecords: true));
    }

    internal ObjectType KindOf(Type clr, string child) =>
        kinds.GetValueOrDefault(clr) ?? throw new ArgumentException($"{clr.Name}, on which {child} hangs, is not declared yet: declare what is above before what is below.");

    internal void RefuseIfBuilt()
    {
        if (isBuilt)
            throw new InvalidOperationException("The schema is built already; describe everything before Build.");
    }

    internal static string CheckName(string name) =>
        Lexer.IsName(name) ? name : throw new ArgumentException($"'{name}' is no name that a rule could write: letters, digits and _, not beginning with a digit, and no word of the language.");

    // A record may be of a class derived from the one declared: proxies of an object-relational mapper are.
    private SubjectIdentity Identify(object subject)
    {
        for (var type = subject.GetType(); type is not null; type = type.BaseType)
        {
            if (identities.TryGetValue(type, out var identity))
                return identity(subject);
        }
        throw new InvalidOperationException($"{subject.GetType().Name} is no subject of this schema.");
    }

    private string TakeName(string name) =>
        names.Add(CheckName(name)) ? name : throw new ArgumentException($"Two kinds of subjects are named {name}.");

    private RecordKindBuilder<T> Declare<T>(ObjectTypeBuilder<T> kind)
        where T : class
    {
        kinds.Add(typeof(T), kind.Type);
        return new RecordKindBuilder<T>(this, kind);
    }
}
