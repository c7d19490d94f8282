using DxRules.Admin.Audit;
using DxRules.Admin.Data;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>What the audit log tells of imports.</summary>
internal static class ImportEntries
{
    /// <param name="details">What fills the places of the sentence after the file's name.</param>
    public static AuditEntry Of(ImportRow row, string action, params IEnumerable<string> details) => new(action)
    {
        Plan = row.PlanId,
        OnBehalfOf = row.Department,
        Details = [row.FileName, .. details],
        Secret = row.Secret,
    };
}
