namespace DxRules.Admin.Audit;

/// <summary>What came of verifying the audit log.</summary>
/// <param name="Entries">How many entries are there.</param>
/// <param name="LastHash">Hash of the last one. Who notes it somewhere else can ask later whether that entry is still there, and with it all before.</param>
/// <param name="Tampering">The first thing found; null where the log is intact.</param>
internal sealed record AuditVerdict(int Entries, string LastHash, AuditTampering? Tampering);

/// <summary>A place at which the audit log was tampered with.</summary>
/// <param name="Number">Of the entry; null where it is about the log as a whole.</param>
/// <param name="At">When it was written, as the row says it; null where there is no such row.</param>
/// <param name="Was">The number that a moved entry had.</param>
internal sealed record AuditTampering(TamperingKind Kind, long? Number = null, string? At = null, long? Was = null);

internal enum TamperingKind
{
    /// <summary>The row does not say what it said when it was written.</summary>
    Changed,

    /// <summary>An entry between others is gone.</summary>
    Missing,

    /// <summary>A row that the log did not write.</summary>
    Inserted,

    /// <summary>The row had another number.</summary>
    Moved,

    /// <summary>Entries at the end are gone.</summary>
    CutOff,

    /// <summary>The entry of which the hash was noted is not there: the log was cut off or written anew.</summary>
    NotedMissing,

    /// <summary>Nothing is wrong with the rows, but the triggers that keep them from being changed were taken away.</summary>
    Unguarded,
}
