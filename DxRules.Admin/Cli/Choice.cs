using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Options whose value is one of a few words.</summary>
internal static class Choice
{
    /// <summary>An option that takes one of the words and gives the value beside it; the wrong word is told with all the right ones.</summary>
    public static Option<T> Option<T>(
        string name, LocalizedText description, Language language, T usual, params (string Word, T Value)[] choices)
    {
        var words = string.Join(" | ", choices.Select(c => c.Word));
        var usualWord = choices.First(c => Equals(c.Value, usual)).Word;
        return new Option<T>(name)
        {
            Description = new LocalizedText($"{description.Ja}（既定: {usualWord}）", $"{description.En} (default: {usualWord})").In(language),
            HelpName = words.Replace(" ", ""),
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                foreach (var choice in choices)
                {
                    if (choice.Word == word)
                        return choice.Value;
                }
                result.AddError(new LocalizedText(
                    $"{name} に「{word}」は指定できません。指定できるのは {words} です。",
                    $"{name} cannot be '{word}'. It can be {words}.").In(language));
                return usual;
            },
        };
    }
}
