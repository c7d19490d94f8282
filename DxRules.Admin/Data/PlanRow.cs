namespace DxRules.Admin.Data;

/// <summary>A plan that is looked after here, told apart by the municipality's code and the plan's id. What it says lies in its versions.</summary>
internal sealed class PlanRow
{
    public int Id { get; set; }
    public required string Municipality { get; set; }
    public required string PlanId { get; set; }
    public List<PlanVersionRow> Versions { get; } = [];
    public List<CycleRow> Cycles { get; } = [];
}

/// <summary>A plan document as it was at one time. What it says is never changed; the newest is the one that counts.</summary>
internal sealed class PlanVersionRow
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }

    /// <summary>Counted from 1 within the plan.</summary>
    public int Number { get; set; }

    /// <summary>The plan's title as this version says it; kept apart so that a list of plans needs no documents.</summary>
    public required string Title { get; set; }

    /// <summary>The municipality's name as this version says it.</summary>
    public required string MunicipalityName { get; set; }

    /// <summary>Content hash of the document, as a check reports it.</summary>
    public required string Hash { get; set; }

    /// <summary>The whole document, <see cref="Compressed"/>; null where it is made anew from the next version and the changes in between.</summary>
    public byte[]? Document { get; set; }

    /// <summary>Who brought it; null where no signed-in person did (a sample, the command line).</summary>
    public int? AuthorId { get; set; }
    public UserRow? Author { get; set; }

    /// <summary>The department for which the author entered it (代理入力); null where it was the author's own to enter.</summary>
    public string? OnBehalfOf { get; set; }
    public required string Reason { get; set; }
    public DateTimeOffset At { get; set; }
    public List<PlanChangeRow> Changes { get; } = [];
}

/// <summary>A member of a subject that a version changed against the version before.</summary>
internal sealed class PlanChangeRow
{
    public int Id { get; set; }
    public int VersionId { get; set; }
    public PlanVersionRow? Version { get; set; }

    /// <summary>Its place among the changes of the version.</summary>
    public int Position { get; set; }
    public required string SubjectId { get; set; }

    /// <summary>The path of the member within the subject.</summary>
    public required string Member { get; set; }

    /// <summary>Where an element stood or stands in its list; null for what is no element.</summary>
    public int? Index { get; set; }

    /// <summary>As JSON; null where there was nothing.</summary>
    public string? Old { get; set; }

    /// <summary>As JSON; null where there is nothing now.</summary>
    public string? New { get; set; }

    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool Secret { get; set; }
}

/// <summary>Which department follows which, as the newest version of a plan says it; kept apart so that no document is read for each request.</summary>
internal sealed class DepartmentSuccessionRow
{
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }
    public required string DepartmentId { get; set; }
    public required string SuccessorId { get; set; }
}
