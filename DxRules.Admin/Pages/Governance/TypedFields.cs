using System.Globalization;
using DxRules.Admin.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DxRules.Admin.Pages.Governance;

/// <summary>Reads the fields of a form that was sent. What cannot be read is said at its field, and what was typed stays.</summary>
internal sealed class TypedFields(IFormCollection sent, ModelStateDictionary model, Texts texts)
{
    public string Text(string name)
    {
        var typed = sent[name].ToString();
        model.SetModelValue(name, typed, typed);

        // Else what nobody looked at yet would count as wrong.
        model.MarkFieldValid(name);

        // A browser sends a line break as two characters.
        return typed.ReplaceLineEndings("\n").Trim();
    }

    /// <summary>Null where nothing was typed, or no day.</summary>
    public DateOnly? Day(string name)
    {
        var typed = Text(name);
        if (typed.Length == 0)
            return null;
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        model.AddModelError(name, texts["typed.badDay"]);
        return null;
    }

    /// <summary>Null where nothing was typed, or no whole number.</summary>
    public int? Number(string name)
    {
        var typed = Text(name);
        if (typed.Length == 0)
            return null;
        if (int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        model.AddModelError(name, texts["typed.badNumber"]);
        return null;
    }

    /// <summary>Null where neither yes nor no was chosen.</summary>
    public bool? YesOrNo(string name) => Text(name) switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };
}
