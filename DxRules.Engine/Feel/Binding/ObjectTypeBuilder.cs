using System.Linq.Expressions;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Declares the members of one kind, in the order of the dictionary.</summary>
internal sealed class ObjectTypeBuilder<T>(ObjectType type, Func<Type, ObjectType> kindOf)
    where T : class
{
    public ObjectType Type => type;

    /// <summary>
    /// A subject directly above, read under its kind's name, and how it lists the subjects of this kind that hang directly on it
    /// (null = nobody knows which). A kind that may hang on several (指標 on 取組, 施策 or 計画) says so once for each, with <paramref name="optional"/>.
    /// </summary>
    public ObjectTypeBuilder<T> Under<TParent>(Expression<Func<T, TParent?>> read, Func<TParent, T[]?> children, bool optional = false)
        where TParent : class
    {
        kindOf(typeof(TParent)).AddChildren(new ChildList(type, parent => children((TParent)parent)));
        return Ancestor(read, optional);
    }

    /// <summary>A subject further up, read under its kind's name; <paramref name="optional"/> where this one may hang elsewhere and it is null.</summary>
    public ObjectTypeBuilder<T> Ancestor<TAncestor>(Expression<Func<T, TAncestor?>> read, bool optional = false)
        where TAncestor : class
    {
        var kind = kindOf(typeof(TAncestor));
        return Add(kind.Ja, kind.En, kind.Meaning, optional ? MemberKind.Ancestor : MemberKind.Required, read);
    }

    /// <summary>The kind belongs to a part of the document that may be absent as a whole.</summary>
    public ObjectTypeBuilder<T> In(Section section)
    {
        type.Section = section;
        return this;
    }

    /// <summary>Reports name only those that have alerts: there are too many.</summary>
    public ObjectTypeBuilder<T> ListedOnlyWhenAlerted()
    {
        type.ListsOnlyAlerted = true;
        return this;
    }

    public ObjectTypeBuilder<T> Required<TValue>(
        string ja,
        string en,
        LocalizedText meaning,
        Expression<Func<T, TValue>> read,
        Expression<Func<T, string?>>? unit = null,
        bool ratio = false) =>
        Add(ja, en, meaning, MemberKind.Required, read, unit, ratio: ratio);

    public ObjectTypeBuilder<T> Default<TValue>(string ja, string en, LocalizedText meaning, Expression<Func<T, TValue>> read) =>
        Add(ja, en, meaning, MemberKind.Default, read);

    /// <summary>Null means unknown.</summary>
    public ObjectTypeBuilder<T> Fact<TValue>(
        string ja,
        string en,
        LocalizedText meaning,
        Expression<Func<T, TValue>> read,
        Expression<Func<T, string?>>? unit = null,
        bool ratio = false) =>
        Add(ja, en, meaning, MemberKind.Fact, read, unit, ratio: ratio);

    /// <summary>Null means that it has not happened, or that there is none.</summary>
    public ObjectTypeBuilder<T> Event<TValue>(string ja, string en, LocalizedText meaning, Expression<Func<T, TValue>> read) =>
        Add(ja, en, meaning, MemberKind.Event, read);

    public ObjectTypeBuilder<T> OptionalText(string ja, string en, LocalizedText meaning, Expression<Func<T, string?>> read) =>
        Add(ja, en, meaning, MemberKind.OptionalText, read);

    /// <summary>A list that is unknown where it is null.</summary>
    public ObjectTypeBuilder<T> FactList<TItem>(string ja, string en, LocalizedText meaning, Expression<Func<T, TItem[]?>> read) =>
        Add(ja, en, meaning, MemberKind.FactList, read);

    /// <summary>A list over several levels, unknown where one of them is: then it lacks the outermost that is.</summary>
    public ObjectTypeBuilder<T> FactList<TItem>(string ja, string en, LocalizedText meaning, Expression<Func<T, Maybe<TItem[]>>> read) =>
        Add(ja, en, meaning, MemberKind.FactList, read);

    public ObjectTypeBuilder<T> List<TItem>(string ja, string en, LocalizedText meaning, Expression<Func<T, TItem[]>> read) =>
        Add(ja, en, meaning, MemberKind.List, read);

    /// <summary>Other objects: a kind (null = there is none), an array, or a Maybe of either that may lack facts.</summary>
    public ObjectTypeBuilder<T> Link<TValue>(string ja, string en, LocalizedText meaning, Expression<Func<T, TValue>> read) =>
        Add(ja, en, meaning, MemberKind.Link, read);

    /// <summary>A computed value. The facts it lacks are named from the subject that holds the object.</summary>
    public ObjectTypeBuilder<T> Measure<TValue>(
        string ja,
        string en,
        LocalizedText meaning,
        LocalizedText formula,
        Expression<Func<T, Maybe<TValue>>> read,
        Expression<Func<T, string?>>? unit = null,
        bool ratio = false) =>
        Add(ja, en, meaning, MemberKind.Measure, read, unit, formula, ratio);

    internal ObjectTypeBuilder<T> Add(
        string ja,
        string en,
        LocalizedText meaning,
        MemberKind kind,
        LambdaExpression read,
        LambdaExpression? unit = null,
        LocalizedText? formula = null,
        bool ratio = false)
    {
        type.Add(new Member
        {
            Ja = ja,
            En = en,
            Meaning = meaning,
            Kind = kind,
            Read = read,
            Owner = type,
            Order = type.Members.Count,
            Unit = unit,
            Formula = formula,
            IsRatio = ratio,
        });
        return this;
    }
}
