using DxRules.Admin.Cycles;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages;

/// <summary>Says what a change of the plan changes of what the check finds.</summary>
internal static class EffectSentence
{
    /// <summary>この内容で、新しい指摘1件、指摘の解消2件となります。</summary>
    public static string Of(CheckEffect effect, Texts texts)
    {
        if (effect.IsNothing)
            return texts["sheet.effect.none"];
        var parts = Parts(effect).Select(part => texts[$"sheet.effect.count.{part.Key}", part.Lines.Count]);
        return texts["sheet.effect.sentence", string.Join(texts["change.and"], parts)];
    }

    /// <summary>What there is of each kind.</summary>
    public static IEnumerable<(string Key, IReadOnlyList<EffectLine> Lines)> Parts(CheckEffect effect) =>
        new (string Key, IReadOnlyList<EffectLine> Lines)[]
        {
            ("fresh", effect.Fresh), ("graver", effect.Graver), ("undetermined", effect.Undetermined),
            ("cleared", effect.Cleared), ("lighter", effect.Lighter), ("determined", effect.Determined),
        }.Where(part => part.Lines.Count > 0);
}
