using DxRules.Admin.Audit;
using DxRules.Admin.Data;

namespace DxRules.Admin.People;

/// <summary>How the audit log tells of people.</summary>
internal static class PersonAudit
{
    public static AuditEntry Entry(string action, UserRow user) => new(action) { Subject = user.UserName, Details = [user.UserName!, user.DisplayName] };
}

/// <summary>What an edit changes of a person.</summary>
internal static class PersonChanges
{
    /// <param name="held">The departments held, as municipality/id.</param>
    public static IReadOnlyList<AuditChange> Between(UserRow user, PersonEntry entry, IReadOnlyList<string> held, DepartmentRegister register)
    {
        AuditChange[] all =
        [
            new("displayName", user.DisplayName, entry.DisplayName),
            new("roles", Words(user.Roles), Words(entry.Roles)),
            new("departments", Names(held, register), Names(entry.Departments, register)),
        ];
        return [.. all.Where(change => change.Old != change.New)];
    }

    /// <summary>Departments as the log names them: 企画課 (062014/kikaku).</summary>
    public static string? Names(IEnumerable<string> departments, DepartmentRegister register) =>
        OrNone(string.Join(", ", departments.Order(StringComparer.Ordinal).Select(key => $"{register.NameOf(key)} ({key})")));

    private static string? Words(Roles roles) => OrNone(string.Join(", ", RoleNames.WordsOf(roles)));

    private static string? OrNone(string text) => text.Length == 0 ? null : text;
}
