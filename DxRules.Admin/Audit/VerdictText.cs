using System.Globalization;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Audit;

/// <summary>What came of verifying the audit log, in a sentence.</summary>
internal static class VerdictText
{
    /// <param name="numbers">Whether numbers of entries may be told; to those who do not see all entries they would tell how many there are besides.</param>
    public static string Of(AuditVerdict verdict, bool numbers, Texts texts) => verdict.Tampering switch
    {
        { } tampering => texts[$"verify.{tampering.Kind}", Entry(tampering, numbers, texts), numbers ? tampering.Was : ""],
        null when numbers => texts["verify.intact", verdict.Entries],
        null => texts["verify.intactOpen"],
    };

    private static string Entry(AuditTampering tampering, bool numbers, Texts texts)
    {
        var time = DateTimeOffset.TryParse(tampering.At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? texts.Time(at) : tampering.At;
        return (numbers ? tampering.Number : null, time) switch
        {
            ({ } number, null) => texts["verify.number", number],
            ({ } number, { } written) => texts["verify.numberAt", number, written],
            (null, { } written) => texts["verify.at", written],
            (null, null) => texts["verify.somewhere"],
        };
    }
}
