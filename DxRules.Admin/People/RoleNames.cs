namespace DxRules.Admin.People;

/// <summary>The roles one by one, each with the word that forms, the command line and the audit log know it by.</summary>
internal static class RoleNames
{
    /// <summary>Those who may do most first.</summary>
    public static readonly IReadOnlyList<(Roles Role, string Word)> All =
    [
        (Roles.Administrator, "administrator"),
        (Roles.DxOffice, "dx-office"),
        (Roles.SecurityOfficer, "security-officer"),
        (Roles.Department, "department"),
        (Roles.Reader, "reader"),
    ];

    /// <summary>The words of a person's roles.</summary>
    public static IEnumerable<string> WordsOf(Roles roles) => All.Where(one => roles.HasFlag(one.Role)).Select(one => one.Word);

    /// <summary>The role of a word; none where it is no role's.</summary>
    public static Roles Of(string word) => All.FirstOrDefault(one => one.Word == word).Role;
}
