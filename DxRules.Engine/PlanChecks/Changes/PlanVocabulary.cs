using System.Globalization;
using System.Reflection;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>The words for the objects of a plan file and their members: those of the schema, whose English names are the file's.</summary>
internal static class PlanVocabulary
{
    private static readonly Dictionary<Type, ObjectType> KindByRecord = Kinds();

    /// <summary>The kind of subject, or part of one, that is made over a record; null where rules see none.</summary>
    public static ObjectType? KindOf(PlanObject record) => KindByRecord.GetValueOrDefault(record.GetType());

    /// <summary>The record a schema object is made over; null where it stands for none.</summary>
    public static PlanObject? RecordOf(object owner) =>
        owner as PlanObject ?? owner.GetType().GetProperty("Record", BindingFlags.Public | BindingFlags.Instance)?.GetValue(owner) as PlanObject;

    /// <summary>A member's name; the file's where rules cannot read it.</summary>
    public static LocalizedText NameOf(PlanObject record, PlanMember member) =>
        KindOf(record)?.Find(member.Name) is { } known ? new(known.Ja, InWords(known.En)) : new(member.Name, InWords(member.Name));

    /// <summary>The row of a list as people tell it apart: by its year, its day or its position.</summary>
    public static LocalizedText RowOf(PlanObject row, PlanPlaces.Place place)
    {
        var list = KindOf(place.Holder)?.Find(place.Member.Name)?.Ja ?? place.Member.Name;
        var one = InWords(KindOf(row)?.En ?? place.Member.Name);
        var shape = PlanShape.Of(row.GetType());
        if (shape.Members.FirstOrDefault(m => m.IsFiscalYear && m.ValueKind == PlanValueKind.Whole)?.Get(row) is int year)
            return new($"{new FiscalYearName(year).In(Language.Japanese)}の{list}", $"{new FiscalYearName(year).In(Language.English)} {one}");
        if (shape.ExistsSince.Select(m => m.Get(row)).OfType<PlanDate>().Select(d => (DateOnly?)d.Day).FirstOrDefault() is { } day)
            return new($"{Wareki.Format(day)}の{list}", $"{one} of {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}");
        return new($"{place.Index + 1}番目の{list}", $"{one} no. {place.Index + 1}");
    }

    // fiscalYear → fiscal year
    private static string InWords(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    private static Dictionary<Type, ObjectType> Kinds()
    {
        var kinds = new Dictionary<Type, ObjectType>();
        foreach (var kind in PlanSchema.Instance.Objects)
        {
            var record = kind.Clr.IsAssignableTo(typeof(PlanObject)) ? kind.Clr : kind.Clr.GetProperty("Record")?.PropertyType;
            if (record is not null)
                kinds.TryAdd(record, kind);
        }
        kinds[typeof(PlanHeader)] = kinds[typeof(PlanDocument)];
        return kinds;
    }
}
