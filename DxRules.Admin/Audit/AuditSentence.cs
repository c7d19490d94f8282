using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Audit;

/// <summary>An entry of the audit log as people read it.</summary>
internal static class AuditSentence
{
    // So many places may a sentence have; an entry that fills fewer leaves the rest empty instead of failing for good.
    private const int MostPlaces = 8;

    /// <summary>What was done. An action that this version no longer knows is given by its name.</summary>
    public static string Of(string action, IReadOnlyList<string> details, Texts texts)
    {
        if (texts.Find($"audit.{action}") is not { } sentence)
            return string.Join(" ", details.Prepend(action));
        var places = Enumerable.Range(0, MostPlaces).Select(place => (object)new Detail(details.ElementAtOrDefault(place) ?? "", texts)).ToArray();
        return string.Format(CultureInfo.InvariantCulture, sentence, places);
    }

    /// <summary>A group of actions in words, or its name where this version does not know it.</summary>
    public static string NameOfGroup(string group, Texts texts) => texts.Find($"auditGroup.{group}") ?? group;

    /// <summary>What a change is about: the text <c>auditName.{name}</c>, or the name itself, as of a member of a plan.</summary>
    public static string NameOf(AuditChange change, Texts texts) => texts.Find($"auditName.{change.Name}") ?? change.Name;

    /// <summary>What fills a place, written as the sentence asks.</summary>
    private readonly record struct Detail(string Text, Texts Texts) : IFormattable
    {
        public override string ToString() => Text;

        public string ToString(string? format, IFormatProvider? provider) => format switch
        {
            null or "" => Text,
            "note" => Text.Length > 0 ? Text : "–",
            "date" => DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Texts.Date(day) : Text,
            "year" => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? Texts.FiscalYear(year) : Text,
            _ => Words(format),
        };

        // Several words at once, as flags are written: "DxOffice, SecurityOfficer".
        private string Words(string prefix)
        {
            var texts = Texts;
            return string.Join(texts["role.and"], Text.Split(", ").Select(word => texts.Find($"{prefix}.{word}") ?? word));
        }
    }
}
