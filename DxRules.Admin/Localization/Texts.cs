using System.Globalization;
using System.Resources;
using DxRules.Admin.Data;
using DxRules.Engine.Text;

namespace DxRules.Admin.Localization;

/// <summary>
/// The sentences of the interface, in the language of the request: Japanese in <c>Texts.resx</c>, English in <c>Texts.en.resx</c>.
/// </summary>
internal sealed class Texts
{
    internal static readonly ResourceManager Resources = new("DxRules.Admin.Localization.Texts", typeof(Texts).Assembly);

    private readonly Language? language;

    public Texts()
    {
    }

    /// <summary>The texts in one language, where no request says which.</summary>
    public Texts(Language language) => this.language = language;

    public Language Language => language ?? LanguageChoice.Current;

    private CultureInfo Culture => LanguageChoice.CultureOf(Language);

    /// <summary>The text under a key. A key without a text is a mistake in the program, so it throws.</summary>
    public string this[string key] =>
        Find(key) ?? throw new KeyNotFoundException($"Texts.resx has no text '{key}'.");

    /// <summary>The text under a key with its places {0}, {1} … filled in.</summary>
    public string this[string key, params object?[] arguments] => string.Format(Culture, this[key], arguments);

    /// <summary>The text under a key, or null where there is none.</summary>
    public string? Find(string key) => Resources.GetString(key, Culture);

    /// <summary>A text in both languages, for a row that is read by people of either.</summary>
    public static Bilingual InBoth(Func<Texts, string> text) => new(text(new Texts(Language.Japanese)), text(new Texts(Language.English)));

    /// <summary>A category of rules; a city's own rules may bring words of their own, which stay as they are.</summary>
    public string Category(string word) => Find($"category.{word}") ?? word;

    /// <summary>What a row keeps in both languages.</summary>
    public string In(string japanese, string english) => Language == Language.Japanese ? japanese : english;

    public string In(Bilingual text) => In(text.Ja, text.En);
}
