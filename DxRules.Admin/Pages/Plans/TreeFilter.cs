using System.Globalization;
using DxRules.Admin.Pages.Kpis;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Http.Extensions;

namespace DxRules.Admin.Pages.Plans;

/// <summary>Which part of a plan is shown and how deep; all of it stands in the address.</summary>
internal sealed record TreeFilter
{
    public const string Policies = "policies";
    public const string Initiatives = "initiatives";
    public const string Phases = "phases";

    /// <summary>The words that <see cref="Level"/> may be chosen from; without one it is the middle.</summary>
    public static readonly IReadOnlyList<string> Levels = [Policies, Initiatives, Phases];

    /// <summary>The id of a department that answers for the initiative.</summary>
    public string? Department { get; init; }

    /// <summary>The id of a category; those below it are in it.</summary>
    public string? Category { get; init; }

    /// <summary>A concern (懸念) that cuts across the policies.</summary>
    public string? Concern { get; init; }

    /// <summary>The kind of grade that an initiative has: good, behind or notAssessable.</summary>
    public string? Grade { get; init; }

    public string? Level { get; init; }

    public string Depth => Level is { } level && Levels.Contains(level) ? level : Initiatives;

    public bool Narrows => new[] { Department, Category, Concern, Grade }.Any(word => !string.IsNullOrEmpty(word));

    public bool Covers(Policy policy, IReadOnlySet<string> categories) =>
        (string.IsNullOrEmpty(Category) || (policy.Category is { } category ? categories.Contains(category) : Category == KpiFilter.NoCategory))
        && (string.IsNullOrEmpty(Concern) || policy.Concerns.Contains(Concern));

    public bool Covers(TreeInitiative initiative) =>
        Covers(initiative.Departments) && (string.IsNullOrEmpty(Grade) || (initiative.Grade is { } grade && KpiFilter.WordOf(grade.Kind) == Grade));

    public bool Covers(IReadOnlyList<string> departments) => string.IsNullOrEmpty(Department) || departments.Contains(Department);

    public string Address(int plan)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("department", Department), ("category", Category), ("concern", Concern), ("grade", Grade), ("level", Depth == Initiatives ? null : Depth) })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }
        return string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}{query.ToQueryString()}");
    }
}
