using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DxRules.Admin.Data;

namespace DxRules.Admin.Audit;

/// <summary>The hashes that hold the audit log together: each is made of its row and the hash before, so that no row can be changed or taken out unseen.</summary>
internal static class AuditChain
{
    /// <summary>What stands before the first row.</summary>
    public static readonly string Start = new('0', 64);

    /// <summary>SHA-256 over everything the row says and the hash of the row before, in lower-case hexadecimal.</summary>
    public static string HashOf(AuditRow row)
    {
        // As an array of JSON texts, so that no two different rows are written alike.
        var parts = new[]
        {
            row.PreviousHash, Number(row.Id), row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), Number(row.UserId), row.Origin.ToString(),
            row.OnBehalfOf, row.Action, Number(row.PlanId), Number(row.CycleId), row.SubjectId, JsonSerializer.Serialize(row.Details),
            JsonSerializer.Serialize(row.Changes), row.Secret ? "secret" : "open",
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts))));
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
