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

/// <summary>A plan document as it was at one time. A version is never changed; the newest is the one that counts.</summary>
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

    /// <summary>The whole document, <see cref="Compressed"/>.</summary>
    public required byte[] Document { get; set; }
    public required string Author { get; set; }
    public required string Reason { get; set; }
    public DateTimeOffset At { get; set; }
}
