using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads the nodes of one file as what they should be, and says in words where they are something else.</summary>
internal sealed partial class NodeReader(SourceText source, List<Diagnostic> diagnostics)
{
    public SourceText Source => source;

    public List<Diagnostic> Diagnostics => diagnostics;

    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    /// <summary>The mapping, or null with a diagnostic where the node is something else.</summary>
    public YamlMapping? Mapping(YamlNode node, LocalizedText what)
    {
        if (node is YamlMapping mapping)
            return mapping;
        Report(RuleErrors.WrongKind(source, node, what, RuleErrors.Mapping));
        return null;
    }

    /// <summary>The items of a list; none, with a diagnostic, where the node is something else.</summary>
    public IReadOnlyList<YamlNode> List(YamlNode? node, LocalizedText what)
    {
        if (node is YamlList list)
            return list.Items;
        if (node is YamlScalar { IsNull: true })
            Report(RuleErrors.Empty(source, node.Span, what));
        else if (node is not null)
            Report(RuleErrors.WrongKind(source, node, what, RuleErrors.List));
        return [];
    }

    /// <summary>A text that is not empty, or null with a diagnostic.</summary>
    public YamlScalar? Text(YamlNode node, LocalizedText what)
    {
        if (node is not YamlScalar scalar)
        {
            Report(RuleErrors.WrongKind(source, node, what, RuleErrors.Text));
            return null;
        }
        if (!scalar.IsNull && !string.IsNullOrWhiteSpace(scalar.Value))
            return scalar;
        Report(RuleErrors.Empty(source, scalar.Span, what));
        return null;
    }

    public Located<string>? Word(YamlNode? node, LocalizedText what) =>
        node is not null && Text(node, what) is { } scalar ? new Located<string>(scalar.Value.Trim(), scalar.Span) : null;

    public List<Located<string>> Words(YamlNode? node, LocalizedText what) =>
        [.. List(node, what).Select(item => Word(item, what)).OfType<Located<string>>()];

    /// <summary>An expression or path, as it stands.</summary>
    public EmbeddedText? Expression(YamlNode? node, LocalizedText what)
    {
        if (node is null || Text(node, what) is not { } scalar)
            return null;
        if (IsCutByComment(scalar))
            Report(RuleErrors.CutByComment(source, scalar.Span));
        return scalar.Text;
    }

    public List<EmbeddedText> Expressions(YamlNode? node, LocalizedText what) =>
        [.. List(node, what).Select(item => Expression(item, what)).OfType<EmbeddedText>()];

    /// <summary>{ ja: …, en: … } with expressions in braces. Where one language is missing the other stands for it.</summary>
    /// <param name="mayBeOneText">A plain text may stand for both languages (a unit: GB).</param>
    public LocalizedTemplate? Templates(YamlNode? node, LocalizedText what, bool mayBeOneText = false)
    {
        var (ja, en) = BothLanguages(node, what, mayBeOneText);
        var (japanese, english) = (Template(ja), ReferenceEquals(ja, en) ? null : Template(en));
        return (japanese ?? english) is { } either ? new LocalizedTemplate(japanese ?? either, english ?? either) : null;
    }

    /// <summary>{ ja: …, en: … }, printed as it stands.</summary>
    public LocalizedText? Localized(YamlNode? node, LocalizedText what)
    {
        var (ja, en) = BothLanguages(node, what, false);
        return (ja ?? en) is { } either ? new LocalizedText((ja ?? either).Value.Trim(), (en ?? either).Value.Trim()) : null;
    }

    public int? WholeNumber(YamlNode? node, LocalizedText what)
    {
        if (node is null)
            return null;
        if (node is YamlScalar scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        Report(RuleErrors.NotAWholeNumber(source, node.Span, what, source.Content.Substring(node.Span.Start, node.Span.Length)));
        return null;
    }

    public Located<DateOnly>? Date(YamlNode? node, LocalizedText what)
    {
        if (node is null || Text(node, what) is not { } scalar)
            return null;
        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return new Located<DateOnly>(date, scalar.Span);
        Report(RuleErrors.NotADate(source, scalar.Span, scalar.Value, DateForm().IsMatch(scalar.Value)));
        return null;
    }

    /// <summary>One of a fixed list of words, or null with a diagnostic that lists them.</summary>
    public T? OneOf<T>(YamlNode? node, LocalizedText what, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (node is null || Text(node, what) is not { } scalar)
            return null;
        if (words.TryGetValue(scalar.Value, out var meant))
            return meant;
        Report(RuleErrors.UnknownWord(source, scalar.Span, what, scalar.Value, words.Keys));
        return null;
    }

    /// <summary>A name that expressions can use, or null with a diagnostic.</summary>
    public bool IsName(Located<string> name, bool isEnglish)
    {
        if (IsName(name.Value, isEnglish))
            return true;
        Report(RuleErrors.NotAName(source, name.Span, name.Value, isEnglish, ReservedWords.Contains(name.Value)));
        return false;
    }

    /// <summary>Whether expressions can use a name.</summary>
    public static bool IsName(string name, bool isEnglish) =>
        (isEnglish ? EnglishName() : JapaneseName()).IsMatch(name) && !ReservedWords.Contains(name);

    private Template? Template(YamlScalar? scalar)
    {
        if (scalar is null)
            return null;
        if (IsCutByComment(scalar))
            Report(RuleErrors.CutByComment(source, scalar.Span));
        // The line break at the end of a block belongs to YAML, not to the sentence.
        return TemplateReader.Read(scalar.Text.Slice(0, scalar.Value.TrimEnd().Length), diagnostics);
    }

    private (YamlScalar? Ja, YamlScalar? En) BothLanguages(YamlNode? node, LocalizedText what, bool mayBeOneText)
    {
        if (node is null)
            return default;
        if (node is YamlScalar { IsNull: false } one)
        {
            if (!mayBeOneText)
                Report(RuleErrors.OneLanguage(source, one.Span, what));
            return (one, one);
        }
        if (Mapping(node, what) is not { } mapping)
            return default;
        var entries = new MappingReader(this, mapping, what);
        var (ja, en) = (entries.Optional("ja"), entries.Optional("en"));
        entries.Close();
        if (ja is null)
            Report(RuleErrors.MissingTranslation(source, mapping.Span, what, "ja"));
        if (en is null)
            Report(RuleErrors.MissingTranslation(source, mapping.Span, what, "en"));
        return (ja is null ? null : Text(ja, what), en is null ? null : Text(en, what));
    }

    // `when: 題名 = "a #b"` ends before the #, and nothing but the open quote shows it.
    private bool IsCutByComment(YamlScalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain || scalar.Value.Count(c => c == '"') % 2 == 0)
            return false;
        var rest = source.Content.AsSpan(scalar.Span.End);
        return rest.TrimStart(' ').StartsWith("#");
    }

    private static readonly HashSet<string> ReservedWords = new(StringComparer.Ordinal)
    {
        "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "instance", "of",
        "true", "false", "null", "function", "item",
    };

    [GeneratedRegex(@"^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}_]*$")]
    private static partial Regex JapaneseName();

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]*$")]
    private static partial Regex EnglishName();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex DateForm();
}
