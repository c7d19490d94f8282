using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>--lang ja|en</c>, which every verb has.</summary>
internal static class LanguageOption
{
    private const string Name = "--lang";

    /// <summary>The language asked for, read before anything else so that messages about the arguments are in it too. Japanese where none was.</summary>
    public static Language Find(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is $"{Name}=en" or $"{Name}:en" || (arguments[i] == Name && i + 1 < arguments.Count && arguments[i + 1] == "en"))
                return Language.English;
        }
        return Language.Japanese;
    }

    public static Option<Language> Create(Language language)
    {
        var option = Choice.Option(
            Name,
            new LocalizedText("出力の言語", "language of the output"),
            language,
            Language.Japanese,
            ("ja", Language.Japanese),
            ("en", Language.English));
        option.Recursive = true;
        return option;
    }
}
