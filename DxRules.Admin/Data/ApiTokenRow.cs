using DxRules.Admin.People;

namespace DxRules.Admin.Data;

/// <summary>With what another program asks this site: it may what one role may, as far as its scopes go, until it expires.</summary>
internal sealed class ApiTokenRow
{
    public int Id { get; set; }

    /// <summary>What it is for, in the administrator's words.</summary>
    public required string Name { get; set; }

    /// <summary>One role, never administrator.</summary>
    public Roles Role { get; set; }

    /// <summary>Municipality and id of the department for which it asks: 062014/kikaku; null but for the role of departments.</summary>
    public string? Department { get; set; }

    /// <summary>Words of the scopes.</summary>
    public required IReadOnlyList<string> Scopes { get; set; }

    /// <summary>SHA-256 of the secret, which is shown once and kept nowhere.</summary>
    public required string SecretHash { get; set; }
    public int? CreatedById { get; set; }
    public UserRow? CreatedBy { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The day it was used last; by the day, so that reading does not write each time.</summary>
    public DateOnly? LastUsedOn { get; set; }
}
