using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Admin.Audit;
using DxRules.Admin.Localization;

namespace DxRules.Tests.Admin.Localization;

/// <summary>Every sentence of the interface stands in the resource files, in both languages, and nothing stands there in vain.</summary>
public sealed partial class TextsTests
{
    // Words that are the same, and names that stay as they are.
    private static readonly string[] JapaneseInEnglish = ["layout.otherLanguage", "layout.demo"];
    private static readonly string[] EnglishInJapanese = ["layout.otherLanguage"];

    private static readonly Dictionary<string, string> Japanese = TextsOf(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> English = TextsOf(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places()
    {
        English.Keys.ShouldBe(Japanese.Keys, ignoreOrder: true);
        foreach (var (key, text) in Japanese)
            Places(English[key]).ShouldBe(Places(text), key);
    }

    [Fact]
    public void Every_text_that_is_asked_for_is_there() =>
        TextUses.All.SelectMany(file => file.Lookups, (file, lookup) => (file.File, lookup.Keys))
            .SelectMany(use => use.Keys.Where(key => !Japanese.ContainsKey(key)), (use, key) => $"{use.File}: {key}").ShouldBeEmpty();

    [Fact]
    public void Every_key_that_is_handed_on_is_there()
    {
        var groups = Japanese.Keys.Select(key => key.Split('.')[0]).ToHashSet();

        TextUses.All.Where(file => file.File.Contains("/Pages/", StringComparison.Ordinal))
            .SelectMany(file => file.Literals, (file, literal) => (file.File, Literal: literal))
            .Where(use => TextUses.IsKey(use.Literal) && groups.Contains(use.Literal.Split('.')[0]) && !Japanese.ContainsKey(use.Literal))
            .Select(use => $"{use.File}: {use.Literal}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_is_used()
    {
        var literals = TextUses.All.SelectMany(file => file.Literals).ToHashSet();
        var patterns = literals.Select(TextUses.Pattern).OfType<Regex>().ToList();

        Japanese.Keys.Except(Sentences).Where(key => !literals.Contains(key) && !patterns.Exists(pattern => pattern.IsMatch(key))).ShouldBeEmpty();
    }

    [Fact]
    public void Everything_that_the_audit_log_can_tell_has_a_sentence() => Sentences.ShouldBeSubsetOf(Japanese.Keys);

    [Fact]
    public void A_text_is_given_as_much_as_it_has_places_for() =>
        TextUses.All.SelectMany(file => file.Lookups, (file, lookup) => (file.File, lookup.Keys, lookup.Arguments))
            .SelectMany(use => use.Keys.Where(Japanese.ContainsKey), (use, key) => (use.File, Key: key, use.Arguments))
            .Where(use => Places(Japanese[use.Key]).Count != use.Arguments)
            .Select(use => $"{use.File}: {use.Key} is given {use.Arguments}").ShouldBeEmpty();

    [Fact]
    public void No_page_writes_Japanese_itself() =>
        TextUses.All.Where(file => file.File.Contains("/Pages/", StringComparison.Ordinal) || file.File.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => JapaneseLetters().Matches(Letter().Replace(file.Source, "")), (file, match) => $"{file.File}: {match.Value}").ShouldBeEmpty();

    [Fact]
    public void No_page_writes_English_itself() =>
        TextUses.All.Where(file => file.File.EndsWith(".cshtml", StringComparison.Ordinal) || file.File.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => EnglishBetweenTags().Matches(file.Source).Concat(EnglishInAttributes().Matches(file.Source)), (file, match) => $"{file.File}: {match.Value}")
            .ShouldBeEmpty();

    [Fact]
    public void A_text_is_in_its_language()
    {
        English.Where(text => JapaneseLetters().IsMatch(text.Value)).Select(text => text.Key).Except(JapaneseInEnglish).ShouldBeEmpty();
        Japanese.Where(text => EnglishWords().IsMatch(text.Value) && !JapaneseLetters().IsMatch(text.Value)).Select(text => text.Key)
            .Except(EnglishInJapanese).Where(key => Japanese[key] != English[key]).ShouldBeEmpty();
    }

    private static IEnumerable<string> Sentences =>
        typeof(AuditActions).GetFields().Where(action => action.IsLiteral).Select(action => $"audit.{action.GetRawConstantValue()}");

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order()];

    private static Dictionary<string, string> TextsOf(CultureInfo culture) =>
        Texts.Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}\u3000-\u303f\uff01-\uff60]+")]
    private static partial Regex JapaneseLetters();

    // A single letter is something to reckon with, not to read.
    [GeneratedRegex(@"'[^'\n]'")]
    private static partial Regex Letter();

    [GeneratedRegex(@"[A-Za-z]{2,} [A-Za-z]{2,}")]
    private static partial Regex EnglishWords();

    [GeneratedRegex(@"(?<=>)[^<>@;(){}=&|""]*[A-Za-z]{2,} [A-Za-z]{2,}[^<>@;(){}=&|""]*(?=<)")]
    private static partial Regex EnglishBetweenTags();

    [GeneratedRegex(@"\b(?:aria-label|title|alt|placeholder|label|hint|caption|heading|legend|sub|missing|here)=""[^""@]*[A-Za-z]{2,}[^""]*""")]
    private static partial Regex EnglishInAttributes();
}
