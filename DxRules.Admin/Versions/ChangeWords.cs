using System.Globalization;
using System.Text.Json;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Plans.Reading;

namespace DxRules.Admin.Versions;

/// <summary>Says in a language what a change is about and which value became which.</summary>
internal sealed class ChangeWords(KnownSubjects subjects, Texts texts)
{
    private readonly ValueWords values = new(subjects, texts);

    /// <summary>The member from its subject on: 目標 › 値, 実績 › 令和6年度（2024年度） › 値.</summary>
    public string NameOf(PlanChange change)
    {
        if (PathOf(change) is not { } path)
            return change.Member;
        var name = string.Join(" › ", path.Steps.Select(NameOf));
        return path.Aside switch
        {
            PlanBinder.Raw => texts["change.raw", name],
            PlanBinder.Inferred => string.Join(" › ", path.Steps.Select(NameOf).Append(texts["change.inferred"])),
            _ => name,
        };
    }

    public ShownValue OldOf(PlanChange change) => Show(change, change.Old);

    public ShownValue NewOf(PlanChange change) => Show(change, change.New);

    /// <summary>A value that stands where a change wants to put another.</summary>
    public ShownValue Show(PlanChange change, string? json)
    {
        if (PathOf(change) is not { } path)
            return json is null ? Absent("change.none") : new ShownValue(json);
        if (json is null)
            return path switch
            {
                { Aside: not null } or { Last.Key: not null } => Absent("change.none"),
                _ => values.Absent(path.Last!.Member),
            };
        using var value = JsonDocument.Parse(json);
        return path switch
        {
            { Aside: PlanBinder.Raw } => new ShownValue(value.RootElement.GetString()),
            { Aside: not null } => InferredMembers(change, path, value.RootElement),
            { Last.Key: not null } => values.One(path.Last.Holder, path.Last.Member, value.RootElement, subjects.Of(change.Subject)),
            _ => values.Of(path.Last!.Holder, path.Last.Member, value.RootElement, subjects.Of(change.Subject)),
        };
    }

    /// <summary>The change as an entry of the audit log tells it.</summary>
    public AuditChange ForAudit(PlanChange change)
    {
        var title = subjects.Of(change.Subject)?.Title ?? change.Subject;
        return new AuditChange(texts["change.of", title, NameOf(change)], Line(change.Old, OldOf(change)), Line(change.New, NewOf(change)));
    }

    private string? Line(string? json, ShownValue value) => json is null && value.IsAbsent ? null : value.OnOneLine(texts["change.and"]);

    private MemberPath? PathOf(PlanChange change) => subjects.Of(change.Subject) is { } subject ? MemberPath.Of(subject.Record, change.Member) : null;

    private ShownValue InferredMembers(PlanChange change, MemberPath path, JsonElement names)
    {
        var type = path.Last?.Member.ValueType ?? subjects.Of(change.Subject)!.Record;
        return new ShownValue(string.Join(texts["change.and"], names.EnumerateArray().Select(name => values.NameOf(type, name.GetString()!))));
    }

    private string NameOf(MemberStep step)
    {
        var name = values.NameOf(step.Holder, step.Member.Name);
        return step.Key is null ? name : texts["change.element", name, KeyOf(step.Member, step.Key)];
    }

    // As ElementKeys makes it: an id; else what the element is about and its year or day, with the number of its twin behind ~.
    private string KeyOf(PlanMember list, string key)
    {
        if (subjects.Of(key) is { } known)
            return known.Title;
        var twin = key.Split('~');
        var parts = twin[0].Split(':').Select(part => PartOf(list, Uri.UnescapeDataString(part)));
        var words = string.Join(texts["change.and"], parts);
        return twin.Length == 1 ? words : texts["change.twin", words, twin[1]];
    }

    private string PartOf(PlanMember list, string part)
    {
        if (subjects.Of(part) is { } known)
            return known.Title;
        if (DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return texts.Date(day);
        if (part.Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && PlanShape.Of(list.ValueType).Find("fiscalYear") is not null)
            return texts.FiscalYear(year);
        return ElementKeys.ArePositions(PlanShape.Of(list.ValueType)) ? texts["change.position", part] : part;
    }

    private ShownValue Absent(string key) => new(texts[key], IsAbsent: true);
}
