using DxRules.Admin.Data;
using DxRules.Admin.Search;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Publishing;

/// <summary>A place of a publication in which somebody is named.</summary>
/// <param name="Name">The person as the site knows them.</param>
/// <param name="Text">What stands there.</param>
internal sealed record FoundName(PublicEntry Entry, PublicMember Member, string Name, string Text);

/// <summary>
/// Looks through all texts of a publication for the people of this site, those who have left too: what they said in their task is told, who they are is
/// not. A name is found however it is spaced; the surname alone only before a title, because many surnames are places and words.
/// </summary>
internal sealed class PublicNames
{
    private static readonly string[] Titles =
        ["さん", "さま", "様", "氏", "部長", "次長", "局長", "課長", "室長", "所長", "館長", "参事", "主幹", "補佐", "係長", "主任", "主査", "主事", "技師", "職員", "担当"];

    // One letter would be found everywhere.
    private const int Shortest = 2;

    private readonly IReadOnlyList<Person> people;

    /// <param name="names">As they are shown on the site. What is the name of a department, too, is no person's.</param>
    public PublicNames(IEnumerable<string> names) => people = [.. names.Select(Person.Of).OfType<Person>()];

    public static async Task<PublicNames> Read(AdminDb db, CancellationToken cancel) =>
        new(await db.Users.AsNoTracking().Select(user => user.DisplayName).Distinct().OrderBy(name => name).ToListAsync(cancel));

    /// <summary>In the order of the publication; each person once a text.</summary>
    public IReadOnlyList<FoundName> In(Publication publication)
    {
        var entries = PublicEntries.Of(publication);
        var departments = entries.SelectMany(entry => entry.Values).Where(value => value.Member is PublicMember.Departments or PublicMember.Owner or PublicMember.Body)
            .SelectMany(value => ((string)value.Value).Split('、')).Select(name => FoldedText.Of(name).Whole).ToHashSet(StringComparer.Ordinal);
        var sought = people.Where(person => !departments.Contains(person.Whole)).ToList();
        return [.. entries.SelectMany(entry => entry.Values.SelectMany(value => Found(entry, value, sought)))];
    }

    /// <summary>Who is named in a text that goes with a publication.</summary>
    public IEnumerable<string> In(string text)
    {
        var folded = FoldedText.Of(text).Whole;
        return people.Where(person => person.IsIn(folded)).Select(person => person.Name);
    }

    private static IEnumerable<FoundName> Found(PublicEntry entry, PublicValue value, List<Person> sought)
    {
        var texts = value.Value switch
        {
            string text => [text],
            Bilingual both => [both.Ja, both.En],
            PublicGrade grade => [grade.Label.Ja, grade.Label.En],
            _ => Array.Empty<string>(),
        };
        foreach (var text in texts.Distinct())
        {
            var folded = FoldedText.Of(text).Whole;
            foreach (var person in sought.Where(person => person.IsIn(folded)))
                yield return new FoundName(entry, value.Member, person.Name, text);
        }
    }

    /// <param name="Name">As it is shown.</param>
    /// <param name="Whole">Folded, without spaces between Japanese letters.</param>
    /// <param name="Surname">Likewise; null where it is not told apart.</param>
    private sealed record Person(string Name, string Whole, string? Surname)
    {
        public static Person? Of(string name)
        {
            var whole = FoldedText.Of(name).Whole;
            var parts = name.Split([' ', '　', '・'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return whole.Length < Shortest ? null : new Person(name, whole, parts.Length == 2 && !char.IsAscii(whole[0]) ? FoldedText.Of(parts[0]).Whole : null);
        }

        public bool IsIn(string text)
        {
            for (var at = text.IndexOf(Whole, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Whole, at + 1, StringComparison.Ordinal))
            {
                if (!IsInsideWord(text, at))
                    return true;
            }
            return Surname is { } surname && text.Contains(surname, StringComparison.Ordinal) && Titles.Any(title => text.Contains(surname + title, StringComparison.Ordinal));
        }

        // Ann is not in planning.
        private bool IsInsideWord(string text, int at) =>
            (char.IsAsciiLetter(Whole[0]) && at > 0 && char.IsAsciiLetter(text[at - 1]))
            || (char.IsAsciiLetter(Whole[^1]) && at + Whole.Length < text.Length && char.IsAsciiLetter(text[at + Whole.Length]));
    }
}
