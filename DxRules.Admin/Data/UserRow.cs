using DxRules.Admin.People;
using Microsoft.AspNetCore.Identity;

namespace DxRules.Admin.Data;

/// <summary>A person who may sign in. A person is never deleted, only locked out: who did what stays readable.</summary>
internal sealed class UserRow : IdentityUser<int>
{
    /// <summary>As the pages call the person. Plan documents name posts and user ids only.</summary>
    public required string DisplayName { get; set; }
    public Roles Roles { get; set; }

    /// <summary>ja or en; null where the person never chose.</summary>
    public string? Language { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Since when the person may not sign in; null where they may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
    public DateTimeOffset? LastSignInAt { get; set; }
    public List<HeldDepartmentRow> Departments { get; } = [];
}

/// <summary>A department that a person acts for, from one day to another. Rows are ended and never changed otherwise: who held what on a day stays readable.</summary>
internal sealed class HeldDepartmentRow
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public UserRow? User { get; set; }

    /// <summary>The municipality's code; ids of departments are its own.</summary>
    public required string Municipality { get; set; }
    public required string DepartmentId { get; set; }
    public DateOnly From { get; set; }

    /// <summary>The last day; null where it goes on.</summary>
    public DateOnly? To { get; set; }
}

/// <summary>A link that lets a person set a password once: the first administrator, a new person, one who forgot it.</summary>
internal sealed class SignInLinkRow
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public UserRow? User { get; set; }

    /// <summary>SHA-256 of the link's secret, which itself is kept nowhere.</summary>
    public required string SecretHash { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
