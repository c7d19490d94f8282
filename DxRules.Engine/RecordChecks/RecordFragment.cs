using System.Globalization;
using System.Reflection;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Fragments;
using DxRules.Engine.Rules;
using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Text;

namespace DxRules.Engine.RecordChecks;

/// <summary>
/// Makes a host's record of what an example gives of it, with what hangs above and below. Members that read a property as it is can be given; of what is
/// not given facts are unknown, lists empty, and required members have a stand-in.
/// </summary>
internal sealed class RecordFragment
{
    private readonly DateOnly asOf;
    private readonly FragmentErrors errors;

    // What is being made, so that a stand-in for something further out does not begin it anew.
    private readonly Dictionary<ObjectType, object> open = [];

    private RecordFragment(DateOnly asOf, FragmentErrors errors) => (this.asOf, this.errors) = (asOf, errors);

    /// <summary>See <see cref="SubjectFromFragment"/>.</summary>
    public static object? Build(ObjectType kind, FragmentObject given, DateOnly asOf, SourceText source, List<Diagnostic> diagnostics)
    {
        var errors = new FragmentErrors(source, diagnostics);
        var subject = new RecordFragment(asOf, errors).Make(kind, given, above: null);
        return errors.Count > 0 ? null : subject;
    }

    /// <param name="above">The object that is already there and lists this one; null where none is.</param>
    private object? Make(ObjectType kind, FragmentObject? given, object? above)
    {
        var values = new Dictionary<PropertyInfo, object?>();
        var lists = new List<(PropertyInfo Property, ObjectType Of, FragmentList Items)>();
        foreach (var entry in given?.Entries ?? [])
        {
            if (kind.Find(entry.Name) is not { } member)
                errors.UnknownName(entry, kind);
            else if (entry.Value is not FragmentValue { Text: null })
                Give(member, entry, values, lists);
        }
        foreach (var member in kind.Members)
            StandIn(kind, member, values, above);
        if (errors.Count > 0 || RecordInstance.Make(kind.Clr, values) is not { } made)
            return null;
        open[kind] = made;
        foreach (var (property, of, items) in lists)
            Set(made, property, [.. items.Items.Select(item => MakeItem(of, item, made))]);
        JoinAbove(kind, values, made);
        open.Remove(kind);
        return made;
    }

    private void Give(Member member, FragmentEntry entry, Dictionary<PropertyInfo, object?> values, List<(PropertyInfo, ObjectType, FragmentList)> lists)
    {
        if (RecordMember.PropertyOf(member.Read) is not { } property || !RecordInstance.CanSet(property))
            errors.Computed(entry, member);
        else if (member.Type is ListType list)
            GiveList(list.Item, property, entry.Value, values, lists);
        else if (member.Type is ObjectType kind)
            values[property] = entry.Value is FragmentObject fragment ? Make(kind, fragment, above: null) : Refuse(() => errors.ExpectedObject(entry.Value, kind));
        else
            values[property] = Scalar(member.Type, property.PropertyType, entry.Value);
    }

    // Objects of a list may point back to what holds them, so they are made when that is there.
    private void GiveList(
        FeelType item, PropertyInfo property, Fragment value, Dictionary<PropertyInfo, object?> values, List<(PropertyInfo, ObjectType, FragmentList)> lists)
    {
        if (value is not FragmentList list)
        {
            errors.ExpectedList(value);
        }
        else if (item is ObjectType kind)
        {
            values[property] = RecordInstance.ListOf(property.PropertyType, []);
            lists.Add((property, kind, list));
        }
        else
        {
            var clr = RecordMember.ItemOf(property.PropertyType)!;
            values[property] = RecordInstance.ListOf(property.PropertyType, [.. list.Items.Select(element => Scalar(item, clr, element))]);
        }
    }

    private object? MakeItem(ObjectType kind, Fragment item, object holder) =>
        item is FragmentObject fragment ? Make(kind, fragment, holder) : Refuse(() => errors.ExpectedObject(item, kind));

    private void StandIn(ObjectType kind, Member member, Dictionary<PropertyInfo, object?> values, object? above)
    {
        if (RecordMember.PropertyOf(member.Read) is not { } property || values.ContainsKey(property) || !RecordInstance.CanSet(property))
            return;
        if (member.Type is ObjectType { IsSubject: true } parent && parent.Children.Any(list => list.Kind == kind))
        {
            if (above is not null && parent.Clr.IsInstanceOfType(above))
                values[property] = above;
            else if (member.Kind == MemberKind.Required)
                values[property] = open.GetValueOrDefault(parent) ?? Make(parent, null, above: null);
        }
        else if (member.Kind == MemberKind.List)
        {
            values[property] = RecordInstance.ListOf(property.PropertyType, []);
        }
        else if (member.Kind == MemberKind.Required)
        {
            values[property] = member.Type is ObjectType part ? open.GetValueOrDefault(part) ?? Make(part, null, above: null) : StandIn(kind, member.Type, property.PropertyType);
        }
    }

    private object? StandIn(ObjectType kind, FeelType type, Type clr) => type switch
    {
        EnumType words => words.Words[0].Value,
        _ when type == FeelType.Date => asOf,
        _ when type == FeelType.Text => kind.Ja,
        _ => Activator.CreateInstance(Nullable.GetUnderlyingType(clr) ?? clr),
    };

    // What is above lists what hangs on it, unless the example says which it lists.
    private static void JoinAbove(ObjectType kind, Dictionary<PropertyInfo, object?> values, object made)
    {
        foreach (var above in values.Values.Where(value => value is not null).ToList())
        {
            var lists = kind.Members.Select(member => member.Type).OfType<ObjectType>().Where(type => type.Clr == above!.GetType() && type.Children.Any(list => list.Kind == kind));
            foreach (var member in lists.SelectMany(type => type.Members).Where(member => member.Type is ListType list && list.Item == kind))
            {
                if (RecordMember.PropertyOf(member.Read) is { } property && property.GetValue(above) is null or System.Collections.ICollection { Count: 0 })
                    Set(above!, property!, [made]);
            }
        }
    }

    private static void Set(object holder, PropertyInfo property, object?[] items) =>
        RecordInstance.Set(property, holder, RecordInstance.ListOf(property.PropertyType, items));

    /// <summary>A value of the property's own type; null where it is none of the member's, which is told.</summary>
    private object? Scalar(FeelType type, Type clr, Fragment fragment)
    {
        if (fragment is not FragmentValue { Text: { } text } value)
            return fragment is FragmentValue ? null : Refuse(() => errors.Expected(fragment, type));
        if (type is EnumType words)
            return words.Find(text)?.Value ?? Refuse(() => errors.WrongWord(value, words));
        if (type == FeelType.Text)
            return text;
        var parsed = Parse(type, text);
        try
        {
            return parsed is decimal number ? Convert.ChangeType(number, Nullable.GetUnderlyingType(clr) ?? clr, CultureInfo.InvariantCulture) : parsed ?? Refuse(() => errors.Expected(fragment, type));
        }
        catch (OverflowException)
        {
            return Refuse(() => errors.Expected(fragment, type));
        }
    }

    private static object? Parse(FeelType type, string text) => type switch
    {
        _ when type == FeelType.Number => ParameterReader.Parse(text, ParameterType.Number, []),
        _ when type == FeelType.Boolean => ParameterReader.Parse(text, ParameterType.Boolean, []),
        _ when type == FeelType.Date => ParameterReader.Parse(text, ParameterType.Date, []),
        _ when type == FeelType.Days => ParameterReader.Parse(text, ParameterType.Days, []),
        _ when type == FeelType.Months => ParameterReader.Parse(text, ParameterType.Months, []),
        _ when type == FeelType.MonthDay => ParameterReader.Parse(text, ParameterType.MonthDay, []),
        _ => null,
    };

    private static object? Refuse(Action tell)
    {
        tell();
        return null;
    }
}
