using System.Text.Json;
using System.Text.Json.Serialization;

namespace DxRules.Admin.Keeping;

/// <summary>What a backup says of itself (<c>dxbackup/1</c>), the first file in it.</summary>
/// <param name="Dxrules">Version of the program that made it.</param>
/// <param name="Demo">Whether it is of the demonstration, whose people have passwords known to all.</param>
/// <param name="Migration">The newest step of the schema that its database has.</param>
internal sealed record BackupManifest(
    string Format, string Dxrules, DateTimeOffset MadeAt, bool Demo, string Migration, IReadOnlyList<BackupPart> Parts, BackedUpLog Audit, BackupCounts Counts)
{
    public const string FormatName = "dxbackup/1";
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true, PropertyNameCaseInsensitive = false, NumberHandling = JsonNumberHandling.Strict,
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Null where it is no manifest of this form.</summary>
    public static BackupManifest? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var read = JsonSerializer.Deserialize<BackupManifest>(utf8, Options);
            return read is { Format: FormatName, Parts: [{ Name: BackupPart.Database, Bytes: > 0, Sha256.Length: 64 }] } ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A file of a backup.</summary>
/// <param name="Sha256">In lower-case hexadecimal.</param>
internal sealed record BackupPart(string Name, long Bytes, string Sha256)
{
    /// <summary>The only part there is: keys stay behind, so that no session of the past is good again, and all else lies in the database.</summary>
    public const string Database = "dxrules.db";
}

/// <summary>What verifying the audit log of a backup gave.</summary>
/// <param name="LastHash">To be noted elsewhere, and asked for with <c>verify --noted</c>.</param>
internal sealed record BackedUpLog(int Entries, string LastHash, bool Intact);

/// <summary>How much there is in a backup, so that a person sees whether it is the one they mean.</summary>
internal sealed record BackupCounts(int People, int Plans, int Versions, int Cycles, int Runs, int Answers, int Publications);
