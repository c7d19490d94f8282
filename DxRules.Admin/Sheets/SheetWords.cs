using DxRules.Admin.Localization;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Sheets;

/// <summary>The words of the plan's enums, as rules and people use them.</summary>
internal static class SheetWords
{
    public static string Of<T>(T value, Texts texts) where T : struct, Enum => Of(typeof(T), PlanWords.Write(value), texts);

    /// <param name="word">As in plan files.</param>
    public static string Of(Type type, string word, Texts texts) =>
        texts.Language == Language.Japanese ? Japanese(type, word) : string.Concat(word.Select((c, i) => i == 0 ? $"{char.ToUpperInvariant(c)}" : char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    public static string Japanese<T>(T value) where T : struct, Enum => Japanese(typeof(T), PlanWords.Write(value));

    private static string Japanese(Type type, string word) => PlanSchema.Instance.Enums.FirstOrDefault(words => words.Clr == type)?.Find(word)?.Ja ?? word;
}
