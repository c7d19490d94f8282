namespace DxRules.Admin.Data;

/// <summary>A spreadsheet that somebody brought for a plan, from its upload until it stands in the plan or is put aside.</summary>
internal sealed class ImportRow
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }
    public required string FileName { get; set; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Hash { get; set; }

    /// <summary>Bytes of the file as it was brought.</summary>
    public int Size { get; set; }

    /// <summary>Whether it is our own workbook, whose columns say themselves what they are.</summary>
    public bool IsOwn { get; set; }
    public int? ById { get; set; }
    public UserRow? By { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Municipality and id of the department whose figures it brings: 062014/kikaku; null where it is the office's.</summary>
    public string? Department { get; set; }
    public ImportState State { get; set; }

    /// <summary>What the columns mean, as JSON (dxmapping/1, one for each table); null where that is not said yet.</summary>
    public string? Mapping { get; set; }

    /// <summary>Rows that the person leaves out.</summary>
    public required IReadOnlyList<ImportPlace> LeftOut { get; set; }

    /// <summary>The number of the plan's version that it was compared with last; null before.</summary>
    public int? BaseVersion { get; set; }

    /// <summary>What the comparison found; null before.</summary>
    public ImportCounts? Counts { get; set; }

    /// <summary>The number of the plan's version that holds it; null until it is taken over.</summary>
    public int? Version { get; set; }

    /// <summary>When it was taken over or put aside.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool Secret { get; set; }

    /// <summary>Counts up with each step, so that two people at once do not overwrite each other.</summary>
    public int Revision { get; set; }
    public ImportFileRow? File { get; set; }
}

internal enum ImportState
{
    Uploaded,

    /// <summary>It is said what the columns mean.</summary>
    Mapped,

    /// <summary>It was compared with the plan.</summary>
    Checked,
    Taken,
    Discarded,
}

/// <summary>A row of a sheet.</summary>
/// <param name="Row">Counted from 1; 0 for what the sheet lacks.</param>
/// <param name="Subject">The id of what the sheet lacks; null for a row that is there.</param>
internal sealed record ImportPlace(string Sheet, int Row, string? Subject = null);

/// <summary>Rows by what they do to the plan, and what is wrong with cells.</summary>
internal sealed record ImportCounts(int Added, int Changed, int Unchanged, int Removed, int NotRecognised, int Errors, int Warnings);

/// <summary>The bulky part of an import, apart so that a list of imports reads none of it. It goes when the import is put aside.</summary>
internal sealed class ImportFileRow
{
    public int ImportId { get; set; }
    public ImportRow? Import { get; set; }

    /// <summary>The file as it was brought, <see cref="Compressed"/>.</summary>
    public required byte[] Content { get; set; }

    /// <summary>What the comparison with the plan found, <see cref="Compressed"/>; null before. What is taken over is what was shown.</summary>
    public byte[]? Check { get; set; }
}

/// <summary>What columns meant when somebody said so last, for the next sheet with the same headings.</summary>
internal sealed class ColumnMappingRow
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }

    /// <summary>Municipality and id of the department; empty for the office.</summary>
    public required string Department { get; set; }

    /// <summary>Hash of the headings.</summary>
    public required string Layout { get; set; }

    /// <summary>As JSON (dxmapping/1).</summary>
    public required string Mapping { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>From which cell a value of the plan came, and who brought it when.</summary>
internal sealed class ProvenanceRow
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }
    public required string SubjectId { get; set; }

    /// <summary>The path of the member within the subject, as the change of the version has it.</summary>
    public required string Member { get; set; }

    /// <summary>The number of the version that brought it into the plan.</summary>
    public int Version { get; set; }
    public int ImportId { get; set; }
    public ImportRow? Import { get; set; }
    public required string FileName { get; set; }
    public required string Sheet { get; set; }

    /// <summary>As a spreadsheet program names it: C12.</summary>
    public required string Cell { get; set; }
    public int? ById { get; set; }
    public UserRow? By { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool Secret { get; set; }
}
