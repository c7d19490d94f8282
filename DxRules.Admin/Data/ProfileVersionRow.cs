namespace DxRules.Admin.Data;

/// <summary>
/// How a municipality runs the rules since a day: a whole profile (format dxprofile/1). The newest counts for all its plans; none is ever changed, and to
/// go back is a new one with the text of an earlier one.
/// </summary>
internal sealed class ProfileVersionRow
{
    public int Id { get; set; }

    /// <summary>The code of the municipality.</summary>
    public required string Municipality { get; set; }

    /// <summary>Counted from 1 within the municipality.</summary>
    public int Number { get; set; }

    /// <summary>The YAML text of the profile.</summary>
    public required string Text { get; set; }

    /// <summary>Why it was made.</summary>
    public required string Reason { get; set; }
    public DateTimeOffset At { get; set; }
    public int? ById { get; set; }
    public UserRow? By { get; set; }

    /// <summary>Whether it changes nothing but rules on security: then only security officers and administrators may see what and why.</summary>
    public bool Secret { get; set; }
}
