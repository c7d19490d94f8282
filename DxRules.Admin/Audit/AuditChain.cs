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

    /// <summary>The columns of which a hash is made, in this order.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        nameof(AuditRow.PreviousHash), nameof(AuditRow.Id), nameof(AuditRow.At), nameof(AuditRow.UserId), nameof(AuditRow.Origin), nameof(AuditRow.OnBehalfOf),
        nameof(AuditRow.Action), nameof(AuditRow.PlanId), nameof(AuditRow.CycleId), nameof(AuditRow.SubjectId), nameof(AuditRow.Details),
        nameof(AuditRow.Changes), nameof(AuditRow.Secret),
    ];

    private static readonly UtcText Times = new();
    private static readonly JsonText<IReadOnlyList<string>> Details = new();
    private static readonly JsonText<IReadOnlyList<AuditChange>> Changes = new();

    /// <summary>SHA-256 over everything the row says and the hash of the row before, in lower-case hexadecimal.</summary>
    public static string HashOf(AuditRow row) => HashOf(
    [
        row.PreviousHash, Number(row.Id), (string)Times.ConvertToProvider(row.At)!, Number(row.UserId), row.Origin.ToString(), row.OnBehalfOf,
        row.Action, Number(row.PlanId), Number(row.CycleId), row.SubjectId, (string)Details.ConvertToProvider(row.Details)!,
        (string)Changes.ConvertToProvider(row.Changes)!, row.Secret ? "1" : "0",
    ]);

    /// <summary>The same of <see cref="Columns"/> as they lie in the table, so that a row is verified without being understood.</summary>
    public static string HashOf(IReadOnlyList<string?> stored) =>

        // As an array of JSON texts, so that no two different rows are written alike.
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(stored))));

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
