using DxRules.Admin.Localization;
using DxRules.Admin.Sheets;

namespace DxRules.Admin.Pages.Sheets;

/// <summary>Says what a sheet changes of what the check finds.</summary>
internal static class SheetEffectSentence
{
    /// <summary>この入力で、解消 2件、新しく 1件、判定不能が 3件減ります。</summary>
    public static string Of(SheetEffect effect, Texts texts)
    {
        if (effect.IsNothing)
            return texts["sheet.effect.none"];
        var parts = Parts(effect).Where(part => part.Lines.Count > 0).Select(part => texts[$"sheet.effect.count.{part.Key}", part.Lines.Count]);
        return texts["sheet.effect.sentence", string.Join(texts["change.and"], parts)];
    }

    /// <summary>What there is of each kind.</summary>
    public static IEnumerable<(string Key, IReadOnlyList<EffectLine> Lines)> Parts(SheetEffect effect) =>
        new (string Key, IReadOnlyList<EffectLine> Lines)[]
        {
            ("fresh", effect.Fresh), ("graver", effect.Graver), ("undetermined", effect.Undetermined),
            ("cleared", effect.Cleared), ("lighter", effect.Lighter), ("determined", effect.Determined),
        }.Where(part => part.Lines.Count > 0);
}
