using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Sheets;

/// <summary>Reads what people type, full-width or half-width, by era or by the Western year, and says what it cannot read.</summary>
internal static partial class FieldText
{
    private const int MostDecimals = 6;

    /// <summary>What was typed as plan files write it; null for nothing, and also where there is a problem.</summary>
    public static (string? Value, EntryProblem? Problem) Read(SheetField field, string typed)
    {
        var text = Plain(typed);
        if (text.Length == 0)
            return (null, null);
        if (text.Length > field.Length)
            return Wrong(field, "sheet.wrong.long", field.Length, text.Length);
        return field.Kind switch
        {
            SheetFieldKind.Text or SheetFieldKind.ShortText => (text, null),
            SheetFieldKind.Date => ReadDate(field, text),
            SheetFieldKind.Choice => PlanWords.Of(field.Words!).ContainsKey(text) ? (text, null) : Wrong(field, "sheet.wrong.choice", text),
            _ => ReadFigure(field, text),
        };
    }

    /// <summary>Whether a text says what stands in the plan, or what is assumed where nothing does; whatever the plan says may stay.</summary>
    public static bool IsTheSame(SheetField field, string typed)
    {
        if (Plain(typed) == Plain(field.Value ?? ""))
            return true;
        var value = Read(field with { Least = decimal.MinValue, Greatest = decimal.MaxValue, Latest = null }, typed) is (var read, null) ? read : null;
        return value is not null && value == (field.Value ?? field.Assumed);
    }

    /// <summary>What the plan says, as it stands in the field.</summary>
    public static string Show(SheetField field, Texts texts) => field switch
    {
        { Value: null } => "",
        { Kind: SheetFieldKind.Date } when texts.Language == Language.Japanese => ShowDate(DateOf(field, field.Value)),
        { Kind: SheetFieldKind.Number or SheetFieldKind.Whole or SheetFieldKind.Yen or SheetFieldKind.Percent } =>
            Figure(field.Value).ToString("#,0.############", CultureInfo.InvariantCulture),
        _ => field.Value,
    };

    /// <summary>Without what no eye sees: spaces around it, carriage returns, control characters.</summary>
    public static string Plain(string typed) => Unseen().Replace(typed.ReplaceLineEndings("\n"), "").Trim();

    public static decimal Figure(string value) => decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture);

    public static PlanDate DateOf(SheetField field, string value)
    {
        var parts = value.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length == 3 ? new DateOnly(parts[0], parts[1], parts[2])
            : field.IsStart ? PlanDate.FromMonth(parts[0], parts[1]) : PlanDate.ToMonth(parts[0], parts[1]);
    }

    private static string ShowDate(PlanDate date) => date.IsMonth ? Wareki.FormatMonth(date.Day) : Wareki.Format(date.Day);

    private static (string?, EntryProblem?) ReadFigure(SheetField field, string text)
    {
        var match = FigurePattern().Match(Signs(Wareki.Normalized(text)));
        if (!match.Success || match.Groups["rest"].Value is ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9' or ',' or '.', ..])
            return Wrong(field, "sheet.wrong.number", text);
        var digits = match.Groups["figure"].Value.Replace(",", "", StringComparison.Ordinal);
        if (digits.Length > 24)
            return Wrong(field, "sheet.wrong.range", text, field.Least, field.Greatest);
        var figure = decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);
        var rest = match.Groups["rest"].Value;
        if (rest.Length > 0 && !(field.Kind == SheetFieldKind.Percent && rest == "%"))
            return Wrong(field, "sheet.wrong.unit", text, Written(Scaled(figure, rest)));
        return Judge(field, text, figure);
    }

    private static (string?, EntryProblem?) Judge(SheetField field, string text, decimal figure)
    {
        if (field.Kind is SheetFieldKind.Whole or SheetFieldKind.Yen && figure != decimal.Truncate(figure))
            return Wrong(field, "sheet.wrong.whole", text);
        if (figure < field.Least || figure > field.Greatest)
            return Wrong(field, "sheet.wrong.range", text, field.Least, field.Greatest);

        // Half done is 50, and 0.5 is half of one per cent, which nobody reports.
        if (field.Kind == SheetFieldKind.Percent && figure is > 0 and < 1)
            return Wrong(field, "sheet.wrong.share", text, Written(figure * 100));
        if (decimal.Round(figure, MostDecimals) != figure)
            return Wrong(field, "sheet.wrong.decimals", text, MostDecimals);
        return (PlanText.Of(figure), null);
    }

    private static (string?, EntryProblem?) ReadDate(SheetField field, string text)
    {
        var match = DatePattern().Match(Wareki.Normalized(text));
        if (!match.Success || YearOf(match) is not { } year)
            return Wrong(field, "sheet.wrong.date", text);
        var month = int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        var day = match.Groups["day"] is { Success: true } named ? int.Parse(named.Value, CultureInfo.InvariantCulture) : (int?)null;
        if (year is < PlanLimits.FirstYear or > PlanLimits.LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return Wrong(field, "sheet.wrong.noDay", text);
        var value = new DateOnly(year, month, day ?? 1).ToString(day is null ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new DateOnly(year, month, day ?? 1) > field.Latest ? Wrong(field, "sheet.wrong.future", text) : (value, null);
    }

    private static int? YearOf(Match match) =>
        match.Groups["western"] is { Success: true } western ? int.Parse(western.Value, CultureInfo.InvariantCulture)
        : Wareki.TryRead(match.Groups["era"].Value, match.Groups["year"].Value, out var year) ? year.WesternYear : null;

    private static (string?, EntryProblem?) Wrong(SheetField field, string key, params object[] arguments) => (null, new EntryProblem(field.Key, key, arguments));

    // Minus as accounts write it.
    private static string Signs(string text) => text.Length > 0 && "▲△−‐–ー".Contains(text[0], StringComparison.Ordinal) ? "-" + text[1..] : text;

    private static decimal Scaled(decimal figure, string rest) => rest switch
    {
        _ when Math.Abs(figure) > SheetField.LargestFigure => figure,
        ['百', '万', ..] => figure * 1_000_000,
        ['千', ..] => figure * 1_000,
        ['万', ..] => figure * 10_000,
        ['億', ..] => figure * 100_000_000,
        _ => figure,
    };

    private static string Written(decimal figure) => figure.ToString("0.############", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<figure>-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?)(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex FigurePattern();

    [GeneratedRegex(
        @"^((?<western>[0-9]{4})|(?<era>大正|昭和|平成|令和|[大昭平令TSHRtshr])(?<year>元|[0-9]{1,3}))(年|[./-])(?<month>[0-9]{1,2})((月|[./-])(?<day>[0-9]{1,2})日?|月)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}-[\n\t]]", RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();
}
