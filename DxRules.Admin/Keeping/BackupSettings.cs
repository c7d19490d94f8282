namespace DxRules.Admin.Keeping;

/// <summary>Where backups of a site lie, and when it makes them by itself.</summary>
/// <param name="Folder">Null for the folder below the data.</param>
/// <param name="Hour">The hour in Japan after which one is made each night; null for none.</param>
/// <param name="Keep">How many of those are kept.</param>
internal sealed record BackupSettings(string? Folder, int? Hour, int Keep)
{
    public const int UsualKeep = 14;
    public const int MostKept = 400;
}
