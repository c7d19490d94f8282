using System.Globalization;
using System.Text.Json;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DxRules.Admin.Pages.People;

/// <summary>What the form about a person shows, and takes back as typed.</summary>
/// <param name="UserName">Null where it cannot be entered any more.</param>
/// <param name="From">As typed.</param>
internal sealed record PersonForm(string? UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Departments, string From)
{
    /// <summary>The departments to choose from, by municipality: those that are not over, and those held although they are.</summary>
    public IReadOnlyList<IGrouping<string, RegisteredDepartment>> Choices { get; init; } = [];

    /// <summary>The entry. Where the day is none, the form has a problem and the entry no sense of time.</summary>
    public PersonEntry Entry(ModelStateDictionary problems, Texts texts)
    {
        if (!DateOnly.TryParseExact(From.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) || from.Year is < 1990 or > 2099)
            problems.AddModelError("from", texts["people.from.bad"]);
        var roles = Roles.Select(RoleNames.Of).Aggregate(DxRules.Admin.People.Roles.None, (all, role) => all | role);
        return new PersonEntry(UserName?.Trim() ?? "", DisplayName.Trim(), roles, [.. Departments.Distinct()], from);
    }

    /// <summary>Shows problems next to their fields.</summary>
    public static void Tell(IEnumerable<EntryProblem> found, ModelStateDictionary problems, Texts texts)
    {
        foreach (var problem in found)
            problems.AddModelError(JsonNamingPolicy.CamelCase.ConvertName(problem.Field), texts[problem.TextKey, problem.Arguments]);
    }

    /// <summary>The same with the departments to choose from.</summary>
    public PersonForm With(DepartmentRegister register, DateOnly today) => this with
    {
        Choices = [.. register.All.Where(department => !department.EndsBefore(today) || Departments.Contains(department.Key)).GroupBy(department => department.MunicipalityName)],
    };
}
