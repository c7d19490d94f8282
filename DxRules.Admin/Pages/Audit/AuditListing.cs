using System.Globalization;
using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Audit;

/// <summary>The log as a table to be taken out, row by row.</summary>
internal static class AuditListing
{
    private static readonly TimeSpan JapanTime = TimeSpan.FromHours(9);
    private static readonly string[] Keys = ["at", "who", "onBehalfOf", "group", "what", "plan", "subject", "changes", "secret"];

    /// <param name="numbers">Whether rows have numbers and hashes: for those who see all of them.</param>
    public static string Head(bool numbers, Texts texts) =>
        ListingFile.Head([.. (numbers ? ["number", .. Keys, "hash"] : Keys).Select(key => new ListingColumn(key, texts[$"log.{key}"]))]);

    // The hash of a row is made of the one before: who does not see that row could try guesses at it.
    public static string Row(AuditLine line, bool numbers, Texts texts) =>
        ListingFile.Row(numbers ? [line.Number, .. Cells(line, texts), line.Hash] : Cells(line, texts));

    private static IEnumerable<object?> Cells(AuditLine line, Texts texts) =>
    [
        line.At.ToOffset(JapanTime).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        line.Who, line.OnBehalfOf, line.Group, line.Sentence, line.Plan, line.Subject,
        string.Join('\n', line.Changes.Select(change => texts["log.change", change.Name, change.Old ?? texts["log.nothing"], change.New ?? texts["log.nothing"]])),
        line.Secret ? texts["log.secret"] : "",
    ];
}
