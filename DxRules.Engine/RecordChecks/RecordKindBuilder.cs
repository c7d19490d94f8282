using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.RecordChecks;

/// <summary>
/// Declares the members of one kind of object, in the order in which missing facts and the dictionary name them. What a null means is said by the method:
/// nobody knows (<see cref="Fact"/>), it has not happened (<see cref="Event"/>), nothing was written (<see cref="OptionalText"/>).
/// </summary>
/// <remarks>
/// A member is read by an expression: <c>f =&gt; f.BuiltIn</c>, or anything that follows from the record alone, without clock or file. Values are
/// whole numbers and <see cref="decimal"/>, <see cref="string"/>, <see cref="bool"/>, <see cref="DateOnly"/>, declared enums and kinds, and lists of these. Arrays are read as they
/// are; any other list is copied each time a rule reads it. Examples inside rule files can give the members that read a property as it is.
/// </remarks>
public sealed class RecordKindBuilder<T>
    where T : class
{
    private readonly RecordSchemaBuilder schema;
    private readonly ObjectTypeBuilder<T> kind;

    internal RecordKindBuilder(RecordSchemaBuilder schema, ObjectTypeBuilder<T> kind)
    {
        this.schema = schema;
        this.kind = kind;
    }

    /// <summary>A subject directly above. A kind that may hang on several says so once for each.</summary>
    /// <param name="children">How the one above lists those of this kind; null where nobody knows which there are.</param>
    /// <param name="parent">How this one knows the one above, which rules then read under its kind's name; null where the record does not point up.</param>
    /// <param name="optional">Whether this one may hang elsewhere, so that the one above may be null.</param>
    public RecordKindBuilder<T> Under<TParent>(
        Func<TParent, IEnumerable<T>?> children, Expression<Func<T, TParent?>>? parent = null, bool optional = false)
        where TParent : class
    {
        schema.RefuseIfBuilt();
        ArgumentNullException.ThrowIfNull(children);
        var above = schema.KindOf(typeof(TParent), kind.Type.En);
        above.AddChildren(new ChildList(kind.Type, subject => Listed(children((TParent)subject))));
        if (parent is not null)
            kind.Ancestor(parent, optional);
        return this;
    }

    /// <summary>Something that is always there.</summary>
    /// <param name="ja">Its name in Japanese.</param>
    /// <param name="en">Its name in English.</param>
    /// <param name="meaning">What it is, for the authors of rules.</param>
    /// <param name="read">How it is read; never null.</param>
    /// <param name="unit">What a number is counted in, set behind it in texts and evidence; null for nothing.</param>
    /// <param name="ratio">Whether people read the number as per cent: 0.6 is 60 %.</param>
    public RecordKindBuilder<T> Required<TValue>(
        string ja, string en, LocalizedText meaning, Expression<Func<T, TValue>> read, Expression<Func<T, string?>>? unit = null, bool ratio = false) =>
        Add(ja, en, meaning, MemberKind.Required, read, unit, ratio: ratio);

    /// <summary>A fact: where it is null nobody knows it, and a rule that needs it is undetermined (判定不能) and names it.</summary>
    /// <inheritdoc cref="Required"/>
    public RecordKindBuilder<T> Fact<TValue>(
        string ja, string en, LocalizedText meaning, Expression<Func<T, TValue>> read, Expression<Func<T, string?>>? unit = null, bool ratio = false) =>
        Add(ja, en, meaning, MemberKind.Fact, read, unit, ratio: ratio);

    /// <summary>Something that may have happened, or that there may be: where it is null it has not, and rules may ask for that.</summary>
    /// <inheritdoc cref="Required"/>
    public RecordKindBuilder<T> Event<TValue>(string ja, string en, LocalizedText meaning, Expression<Func<T, TValue>> read) =>
        Add(ja, en, meaning, MemberKind.Event, read);

    /// <summary>A text that may have been left out.</summary>
    /// <inheritdoc cref="Required"/>
    public RecordKindBuilder<T> OptionalText(string ja, string en, LocalizedText meaning, Expression<Func<T, string?>> read) =>
        Add(ja, en, meaning, MemberKind.OptionalText, read);

    /// <summary>A list that is always there; empty means that there are none.</summary>
    /// <inheritdoc cref="Required"/>
    public RecordKindBuilder<T> List<TItem>(string ja, string en, LocalizedText meaning, Expression<Func<T, IEnumerable<TItem>>> read) =>
        Add(ja, en, meaning, MemberKind.List, read);

    /// <summary>A list that nobody may know: null is unknown, empty means that there are none.</summary>
    /// <inheritdoc cref="Required"/>
    public RecordKindBuilder<T> FactList<TItem>(string ja, string en, LocalizedText meaning, Expression<Func<T, IEnumerable<TItem>?>> read) =>
        Add(ja, en, meaning, MemberKind.FactList, read);

    /// <summary>Another object of a declared kind that is reached from here (the latest of a list, the one before); null means that there is none.</summary>
    /// <inheritdoc cref="Required"/>
    public RecordKindBuilder<T> Link<TValue>(string ja, string en, LocalizedText meaning, Expression<Func<T, TValue?>> read)
        where TValue : class => Add(ja, en, meaning, MemberKind.Link, read);

    /// <summary>A value computed from facts, which evidence shows with its formula. Where it cannot be known it names the facts it lacks, or gives the reason why there is nothing to know.</summary>
    /// <param name="ja">Its name in Japanese.</param>
    /// <param name="en">Its name in English.</param>
    /// <param name="meaning">What it is, for the authors of rules.</param>
    /// <param name="formula">How it is computed, as people read it.</param>
    /// <param name="read">How it is computed.</param>
    /// <param name="unit">What a number is counted in; null for nothing.</param>
    /// <param name="ratio">Whether people read the number as per cent: 0.6 is 60 %.</param>
    public RecordKindBuilder<T> Measure<TValue>(
        string ja,
        string en,
        LocalizedText meaning,
        LocalizedText formula,
        Expression<Func<T, Maybe<TValue>>> read,
        Expression<Func<T, string?>>? unit = null,
        bool ratio = false) =>
        Add(ja, en, meaning, MemberKind.Measure, read, unit, formula, ratio);

    private RecordKindBuilder<T> Add(
        string ja,
        string en,
        LocalizedText meaning,
        MemberKind of,
        LambdaExpression read,
        Expression<Func<T, string?>>? unit = null,
        LocalizedText? formula = null,
        bool ratio = false)
    {
        schema.RefuseIfBuilt();
        ArgumentNullException.ThrowIfNull(read);
        kind.Add(RecordSchemaBuilder.CheckName(ja), RecordSchemaBuilder.CheckName(en), meaning, of, RecordMember.AsRulesRead(read), unit, formula, ratio);
        return this;
    }

    private static object[]? Listed(IEnumerable<T>? children) => children switch
    {
        null => null,
        T[] array => array,
        // An array of its own kind, not of objects: the code of the rules takes it as one.
        _ => children.ToArray(),
    };
}
