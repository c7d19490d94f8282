using System.Globalization;
using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>Reads single values: what stands in a member that is no object.</summary>
internal static class PlanValues
{
    /// <summary>The value of the member's type, or null with a problem told.</summary>
    public static object? Read(JsonNode node, PlanMember member, PlanProblems problems) => member.ValueKind switch
    {
        PlanValueKind.Text when node.Kind == JsonKind.Text => Text(node, problems),
        PlanValueKind.Word when node.Kind == JsonKind.Text => Word(node, member.ValueType, problems),
        PlanValueKind.Date when node.Kind == JsonKind.Text => PlanDateText.Read(node, member.IsStart, problems),
        PlanValueKind.Boolean when node.Kind is JsonKind.True or JsonKind.False => node.Kind == JsonKind.True,
        PlanValueKind.Number or PlanValueKind.Whole when node.Kind == JsonKind.Number => Number(node, member, problems),
        _ => WrongType(node, member, problems),
    };

    public static string? Text(JsonNode node, PlanProblems problems)
    {
        if (!string.IsNullOrWhiteSpace(node.Text))
            return node.Text;
        problems.EmptyText(node);
        return null;
    }

    /// <summary>The value of an enum's word, or null with a problem told.</summary>
    public static object? Word(JsonNode node, Type words, PlanProblems problems)
    {
        if (PlanWords.Of(words).TryGetValue(node.Text, out var value))
            return value;
        problems.UnknownWord(node, words);
        return null;
    }

    private static object? Number(JsonNode node, PlanMember member, PlanProblems problems)
    {
        if (member.ValueKind == PlanValueKind.Whole)
            return member.IsFiscalYear ? FiscalYear(node, problems) : Whole(node, problems);
        if (Amount(node, problems) is not { } value)
            return null;
        if (!member.IsShare || value is >= 0 and <= 1)
            return value;
        problems.NotAShare(node, value);
        return null;
    }

    /// <summary>The figures of a number as they are, or null with a problem told; likewise the next two.</summary>
    public static decimal? Amount(JsonNode node, PlanProblems problems)
    {
        if (decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value;
        problems.NumberTooLarge(node);
        return null;
    }

    public static int? Whole(JsonNode node, PlanProblems problems)
    {
        if (Amount(node, problems) is not { } value)
            return null;
        if (decimal.IsInteger(value) && value is >= 0 and <= int.MaxValue)
            return (int)value;
        problems.NotWhole(node);
        return null;
    }

    public static int? FiscalYear(JsonNode node, PlanProblems problems)
    {
        if (Amount(node, problems) is not { } value)
            return null;
        if (decimal.IsInteger(value) && value is >= PlanLimits.FirstYear and <= PlanLimits.LastYear)
            return (int)value;
        problems.NoFiscalYear(node, value);
        return null;
    }

    private static object? WrongType(JsonNode node, PlanMember member, PlanProblems problems)
    {
        LocalizedText? hint = (member.ValueKind, node.Kind) switch
        {
            (PlanValueKind.Whole, JsonKind.Text) when member.IsFiscalYear && Wareki.TryParseFiscalYear(node.Text, out var year) =>
                new($"{year} と書いてください。", $"write {year}."),
            (PlanValueKind.Text or PlanValueKind.Word or PlanValueKind.Date, JsonKind.Number or JsonKind.True or JsonKind.False) =>
                new("「\"」で囲んでください。", "write it in double quotes."),
            (PlanValueKind.Boolean, JsonKind.Text) =>
                new("「\"」で囲まずに書いてください。不明なら null です。", "write it without quotes; null where it is unknown."),
            (PlanValueKind.Number or PlanValueKind.Whole, JsonKind.Text) =>
                new("「\"」で囲まず、単位や桁区切りを付けずに書いてください。不明なら null です。", "write it without quotes, units and thousands separators; null where it is unknown."),
            _ => null,
        };
        problems.WrongType(node, Expected.ValueOf(member), hint);
        return null;
    }
}
