using DxRules.Admin.Localization;
using DxRules.Admin.Sheets;

namespace DxRules.Admin.Pages.Sheets;

/// <summary>What a card of a sheet is called.</summary>
internal static class SheetCardTitle
{
    public static string Of(SheetCard card, Texts texts) => card switch
    {
        { Id: null } => texts["sheet.security"],
        { IsInitiative: true } => Numbered(card.Number, card.Title!),
        _ => texts["sheet.figuresOf", Numbered(card.Number, card.Title!)],
    };

    /// <summary>A policy with its number.</summary>
    public static string Numbered(string? number, string title) => number is { Length: > 0 } ? $"{number} {title}" : title;
}
