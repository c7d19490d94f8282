using DxRules.Admin.Localization;
using DxRules.Admin.People;

namespace DxRules.Admin.Pages;

/// <summary>The roles of a person in words: 管理者・DX推進担当課.</summary>
internal static class RoleWords
{
    public static string Of(Roles roles, Texts texts) =>
        string.Join(texts["role.and"], Enum.GetValues<Roles>().Where(role => role != Roles.None && roles.HasFlag(role)).Select(role => texts[$"role.{role}"]));
}
