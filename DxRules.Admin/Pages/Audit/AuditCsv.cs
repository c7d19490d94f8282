using System.Globalization;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Pages.Audit;

/// <summary>The log as a table for spreadsheets, row by row.</summary>
internal static class AuditCsv
{
    private static readonly TimeSpan JapanTime = TimeSpan.FromHours(9);

    /// <param name="numbers">Whether rows have numbers and hashes: for those who see all of them.</param>
    public static string Head(bool numbers, Texts texts) => Csv.Bom + Csv.Row(
    [
        .. Numbers(numbers, texts["log.number"]), texts["log.at"], texts["log.who"], texts["log.onBehalfOf"], texts["log.group"], texts["log.what"], texts["log.plan"],
        texts["log.subject"], texts["log.changes"], texts["log.secret"], .. Chain(numbers, texts["log.hash"]),
    ]);

    public static string Row(AuditLine line, bool numbers, Texts texts) => Csv.Row(
    [
        .. Numbers(numbers, line.Number?.ToString(CultureInfo.InvariantCulture)), line.At.ToOffset(JapanTime).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        line.Who, line.OnBehalfOf, line.Group, line.Sentence, line.Plan, line.Subject,
        string.Join('\n', line.Changes.Select(change => texts["log.change", change.Name, change.Old ?? texts["log.nothing"], change.New ?? texts["log.nothing"]])),
        line.Secret ? texts["log.secret"] : "", .. Chain(numbers, line.Hash),
    ]);

    // The hash of a row is made of the one before: who does not see that row could try guesses at it.
    private static IEnumerable<string?> Chain(bool seesAll, string hash) => seesAll ? [hash] : [];

    private static IEnumerable<string?> Numbers(bool numbers, string? cell) => numbers ? [cell] : [];
}
