namespace DxRules.Admin.Data;

/// <summary>One check of a plan version in a cycle, with all that is needed to do it again and see that nothing differs.</summary>
internal sealed class RunRow
{
    public int Id { get; set; }
    public int CycleId { get; set; }
    public CycleRow? Cycle { get; set; }
    public int PlanVersionId { get; set; }
    public PlanVersionRow? PlanVersion { get; set; }

    /// <summary>Counted from 1 within the cycle.</summary>
    public int Number { get; set; }
    public DateOnly AsOf { get; set; }
    public required string Engine { get; set; }
    public required string RuleSetHash { get; set; }
    public required string ProfileName { get; set; }
    public required string ProfileHash { get; set; }

    /// <summary>Hash of the report's bytes: two runs with the same hash found the same, to the letter.</summary>
    public required string ReportHash { get; set; }

    /// <summary>The report as <c>check --format json</c> writes it, <see cref="Compressed"/>.</summary>
    public required byte[] Report { get; set; }
    public DateTimeOffset At { get; set; }
    public int LaterFactsIgnored { get; set; }

    /// <summary>Who asked for it; null where no signed-in person did.</summary>
    public int? ById { get; set; }
    public UserRow? By { get; set; }

    // What was observed is counted from the rows, so that each counts what they may see. Of these there are no rows; only who sees all may see them.
    public int Quiet { get; set; }
    public int NotApplicable { get; set; }

    /// <summary>Hash of the report without what is secret: shows those who do not see it whether anything differs for them.</summary>
    public required string OpenReportHash { get; set; }
    public List<ObservationRow> Observations { get; } = [];
    public List<RunRuleRow> Rules { get; } = [];
    public List<RunSettingRow> Settings { get; } = [];
}

/// <summary>What else a run was made with, by content: shared parameters, rating scale, profile.</summary>
internal sealed class RunSettingRow
{
    public int RunId { get; set; }
    public required string SettingHash { get; set; }
    public SettingTextRow? Setting { get; set; }
}

/// <summary>A settings file as it was when it judged, kept once however many runs used it.</summary>
internal sealed class SettingTextRow
{
    /// <summary>SHA-256 of path and text.</summary>
    public required string Hash { get; set; }

    /// <summary>Where it lay: parameters.yaml, scales/standard.yaml, profile.yaml.</summary>
    public required string Path { get; set; }
    public required string Text { get; set; }
}

/// <summary>A rule that took part in a run.</summary>
internal sealed class RunRuleRow
{
    public int RunId { get; set; }
    public required string RuleHash { get; set; }
    public RuleTextRow? Rule { get; set; }
}

/// <summary>A rule file as it was when it judged, kept once however many runs used it.</summary>
internal sealed class RuleTextRow
{
    /// <summary>Content hash of the rule, as a check reports it.</summary>
    public required string Hash { get; set; }
    public required string RuleId { get; set; }
    public int Version { get; set; }
    public required string Category { get; set; }

    /// <summary>Whether only security officers and administrators may see what it finds.</summary>
    public bool IsSecret { get; set; }
    public required string TitleJa { get; set; }
    public required string TitleEn { get; set; }

    /// <summary>Where the file lay in the rules folder.</summary>
    public string Path { get; set; } = "";

    /// <summary>The YAML text of the file.</summary>
    public required string Text { get; set; }
}
