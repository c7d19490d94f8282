using System.Collections;
using DxRules.Engine.Plans;
using ReferenceTo = DxRules.Engine.Plans.Marks.ReferenceTo;

namespace DxRules.Tests.Engine.Plans;

/// <summary>Plans in which some texts are a word that stands nowhere else, so that it shows wherever one of them gets out.</summary>
internal static class CanaryPlan
{
    public const string Word = "CANARY";

    private static int made;

    /// <summary>Every text and every id under security, and in every list of the plan whose rows are about subjects one row about each thing under security.</summary>
    public static PlanDocument OfSecurity(PlanDocument plan)
    {
        var security = (Security)Marked(plan.Security!, ids: true);
        var subjects = IdsIn(security).Append(SecurityPolicy.SubjectId).ToArray();
        subjects.Length.ShouldBeGreaterThan(20);
        var raw = new Dictionary<string, string>(plan.Raw) { ["security"] = Word };
        return (PlanDocument)WithRows(plan with { Raw = raw }, subjects) with { Security = security };
    }

    /// <summary>A record with the word in every text, and on request in every id.</summary>
    /// <param name="word">Another word than <see cref="Word"/>.</param>
    public static PlanObject Marked(PlanObject record, bool ids, string word = Word)
    {
        var marked = record with { Raw = PlanShape.Of(record.GetType()).Members.ToDictionary(m => m.Name, _ => word) };
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            if (member.IsId && !ids)
                continue;
            if (member.IsId)
                member.Set(marked, $"{word}-{value}");
            else if (member.IsWording || (ids && member.Reference == ReferenceTo.Elsewhere))
                member.Set(marked, member.IsList ? new[] { word } : word);
            else if (value is PlanObject held)
                member.Set(marked, Marked(held, ids, word));
            else if (value is IEnumerable<PlanObject> rows)
                member.Set(marked, ArrayOf(member.ValueType, rows.Select(row => Marked(row, ids, word))));
        }
        return marked;
    }

    private static PlanObject WithRows(PlanObject record, string[] subjects)
    {
        var more = record with { };
        foreach (var member in PlanShape.Of(record.GetType()).Members.Where(m => m.ValueKind == PlanValueKind.Object && m.ValueType != typeof(Security)))
        {
            var value = member.Get(record);
            if (value is PlanObject held)
                member.Set(more, WithRows(held, subjects));
            else if (value is IEnumerable<PlanObject> rows)
            {
                var about = IsAboutSubjects(member.ValueType) ? subjects.Select(subject => RowAbout(member.ValueType, subject)) : [];
                member.Set(more, ArrayOf(member.ValueType, rows.Select(row => WithRows(row, subjects)).Concat(about)));
            }
        }
        return more;
    }

    /// <summary>Whether a row of this kind names the subjects it is about.</summary>
    public static bool IsAboutSubjects(Type type) => PlanShape.Of(type).Members.Any(m => m.Reference == ReferenceTo.Subject);

    private static PlanObject RowAbout(Type type, string subject)
    {
        var row = PlanShape.Of(type).Create();
        foreach (var member in PlanShape.Of(type).Members)
        {
            object? value = member switch
            {
                { IsId: true } => $"{Word}-row-{Interlocked.Increment(ref made)}",
                { Reference: ReferenceTo.Subject, IsList: true } => new[] { subject, SecurityPolicy.SubjectId },
                { Reference: ReferenceTo.Subject } => subject,
                { IsWording: true, IsList: false } => Word,
                { IsFiscalYear: true } => 2025,
                { ValueKind: PlanValueKind.Date, Presence: MemberPresence.Required } => (PlanDate)new DateOnly(2025, 5, 1),
                _ => member.Get(row),
            };
            member.Set(row, value);
        }
        return row with { Raw = PlanShape.Of(type).Members.ToDictionary(m => m.Name, _ => Word) };
    }

    private static IEnumerable<string> IdsIn(PlanObject record) => PlanShape.Of(record.GetType()).Members.SelectMany(member => member.Get(record) switch
    {
        string id when member.IsId => [id],
        PlanObject held => IdsIn(held),
        IEnumerable<PlanObject> rows => rows.SelectMany(IdsIn),
        _ => Array.Empty<string>(),
    });

    private static Array ArrayOf(Type type, IEnumerable<PlanObject> rows)
    {
        var list = rows.ToList();
        var array = Array.CreateInstance(type, list.Count);
        ((ICollection)list).CopyTo(array, 0);
        return array;
    }
}
