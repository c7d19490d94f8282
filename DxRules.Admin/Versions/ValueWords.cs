using System.Globalization;
using System.Text.Json;
using DxRules.Admin.Localization;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Marks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Versions;

/// <summary>Says values of a plan file in a language: dates by era, shares as per cent, words of enums, titles instead of ids.</summary>
internal sealed class ValueWords(KnownSubjects subjects, Texts texts)
{
    /// <summary>The name of a member of a record.</summary>
    public string NameOf(Type record, string member) => texts.Language == Language.Japanese ? PlanWording.NameOf(record, member) : InWords(member);

    /// <summary>What it means that a member is not there.</summary>
    public ShownValue Absent(PlanMember member) => member.Presence switch
    {
        MemberPresence.Fact or MemberPresence.UnknownList => new ShownValue(texts["change.unknown"], IsAbsent: true),
        MemberPresence.Default => new ShownValue(Scalar(member, PlanText.Of(member.Default)!, null, null)),
        _ => new ShownValue(texts["change.none"], IsAbsent: true),
    };

    /// <summary>What a member holds.</summary>
    /// <param name="holder">The type of the record that has the member.</param>
    /// <param name="subject">In which it stands, for its units.</param>
    public ShownValue Of(Type holder, PlanMember member, JsonElement value, KnownSubject? subject)
    {
        if (!member.IsList)
            return One(holder, member, value, subject);
        return value.GetArrayLength() == 0
            ? new ShownValue(texts["change.none"], IsAbsent: true)
            : new ShownValue(null) { Elements = [.. value.EnumerateArray().Select(element => One(holder, member, element, subject))] };
    }

    /// <summary>One value of a member, or one element of its list.</summary>
    public ShownValue One(Type holder, PlanMember member, JsonElement value, KnownSubject? subject)
    {
        if (member.ValueKind != PlanValueKind.Object)
            return new ShownValue(Scalar(member, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), holder, subject));
        var shape = PlanShape.Of(member.ValueType);
        if (shape.Type == typeof(Kpi) && value.TryGetProperty("unit", out var unit))
            subject = subject is null ? null : subject with { Unit = unit.GetString(), TargetUnit = unit.GetString() };
        return new ShownValue(null)
        {
            Members = [.. shape.Members.Where(part => !part.IsId && value.TryGetProperty(part.Name, out _))
                .Select(part => (NameOf(shape.Type, part.Name), Of(shape.Type, part, value.GetProperty(part.Name), subject)))],
        };
    }

    private string Scalar(PlanMember member, string text, Type? holder, KnownSubject? subject) => member.ValueKind switch
    {
        PlanValueKind.Text => member.Reference is ReferenceTo.Department or ReferenceTo.Category or ReferenceTo.Subject or ReferenceTo.BodyOrPost ? subjects.Of(text)?.Title ?? text : text,
        PlanValueKind.Boolean => texts[text == "true" ? "change.yes" : "change.no"],
        PlanValueKind.Date => Date(text),
        PlanValueKind.Word => Word(member.ValueType, text),
        _ when member.IsFiscalYear => texts.FiscalYear(int.Parse(text, CultureInfo.InvariantCulture)),
        _ when member.IsShare => (decimal.Parse(text, CultureInfo.InvariantCulture) * 100).ToString("#,0.##", CultureInfo.InvariantCulture) + "%",
        _ => Figure(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), holder is null ? null : UnitOf(holder, member, subject)),
    };

    private string? UnitOf(Type holder, PlanMember member, KnownSubject? subject) => member.Name switch
    {
        _ when holder == typeof(Target) || holder == typeof(TargetRevision) => subject?.TargetUnit,
        "value" when subject?.Record != typeof(Control) => subject?.Unit,
        "tolerance" => subject?.Unit,
        "budget" or "settled" or "costSaved" => texts["change.yen"],
        _ => null,
    };

    private string Figure(decimal value, string? unit)
    {
        var figure = value.ToString("#,0.############", CultureInfo.InvariantCulture);
        return unit is null ? figure : texts.Language == Language.Japanese || unit == "%" ? figure + unit : $"{figure} {unit}";
    }

    private string Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? texts.Date(day)
        : texts.Month(DateOnly.ParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private string Word(Type type, string text)
    {
        var word = PlanSchema.Instance.Enums.FirstOrDefault(words => words.Clr == type)?.Find(text);
        return texts.Language == Language.Japanese ? word?.Ja ?? text : InWords(text);
    }

    // fiscalYear → Fiscal year; names of their own stay as they are written.
    internal static string InWords(string name)
    {
        var words = string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
