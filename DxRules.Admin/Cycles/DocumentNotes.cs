using DxRules.Admin.Data;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Cycles;

/// <summary>How a plan document states a value that a rule read.</summary>
/// <param name="Name">As rules and evidence call it from the subject: 終了日, 目標.年度, 指標.方向.</param>
/// <param name="Wording">The document's own words; null where none were kept.</param>
/// <param name="Inferred">Whether the document does not state the value and somebody read it into it.</param>
internal sealed record DocumentNote(Bilingual Name, string? Wording, bool Inferred);

/// <summary>Finds what a document's <c>raw</c> and <c>inferred</c> say of a subject and of what it hangs on, up to its policy.</summary>
internal static class DocumentNotes
{
    public static IReadOnlyList<DocumentNote> Of(PlanDocument plan, string subject)
    {
        var owner = subject.IndexOf('/', StringComparison.Ordinal);
        var found = PathTo(plan, owner < 0 ? subject : subject[..owner]) ?? [];
        var notes = new List<DocumentNote>();
        foreach (var (record, depth) in found.Select((record, depth) => (record, depth)).TakeWhile(step => step.depth == 0 || step.record is not (Policy or PlanHeader or PlanDocument)))
            Add(notes, record, depth == 0 ? null : KindOf(record));
        return notes;
    }

    // From the subject outwards.
    private static List<PlanObject>? PathTo(PlanObject record, string id)
    {
        var members = PlanShape.Of(record.GetType()).Members;
        if (members.Any(member => member.IsId && (string?)member.Get(record) == id))
            return [record];
        foreach (var below in members.SelectMany(member => Objects(member, record)))
        {
            if (PathTo(below, id) is { } path)
            {
                path.Add(record);
                return path;
            }
        }
        return null;
    }

    private static void Add(List<DocumentNote> notes, PlanObject record, Bilingual? prefix)
    {
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var name = Under(prefix, new Bilingual(PlanWording.NameOf(record.GetType(), member.Name), member.Name));
            var (wording, inferred) = (record.Raw.GetValueOrDefault(member.Name), record.Inferred.Contains(member.Name));
            if (wording is not null || inferred)
                notes.Add(new DocumentNote(name, wording, inferred));

            // A part without an id (目標, 現況値) belongs to the subject; lists are rows of their own, which evidence names by year.
            if (!member.IsList && Objects(member, record).SingleOrDefault() is { } part)
                Add(notes, part, name);
        }
    }

    private static IEnumerable<PlanObject> Objects(PlanMember member, PlanObject record) => member.Get(record) switch
    {
        PlanObject one => [one],
        IEnumerable<PlanObject> many => many,
        _ => [],
    };

    private static Bilingual? KindOf(PlanObject record) =>
        PlanSchema.Instance.Subjects.FirstOrDefault(kind => PlanWording.RecordOf(kind.Clr) == record.GetType()) is { } kind
            ? new Bilingual(kind.Ja, kind.En)
            : null;

    private static Bilingual Under(Bilingual? prefix, Bilingual name) =>
        prefix is null ? name : new Bilingual($"{prefix.Ja}.{name.Ja}", $"{prefix.En}.{name.En}");
}
