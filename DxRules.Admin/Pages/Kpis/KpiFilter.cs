using System.Globalization;
using System.Text.Json;
using DxRules.Engine.Rules;
using Microsoft.AspNetCore.Http.Extensions;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>Which KPIs are listed; all of it stands in the address.</summary>
internal sealed record KpiFilter
{
    /// <summary>Instead of a category: what stands under none.</summary>
    public const string NoCategory = "none";

    /// <summary>The kinds of grades as addresses and texts call them.</summary>
    public static readonly IReadOnlyList<string> Grades = [.. Enum.GetValues<GradeKind>().Select(WordOf)];

    /// <summary>The id of a department that answers for the KPI.</summary>
    public string? Department { get; init; }

    /// <summary>The id of a category; those below it are in it. Or <see cref="NoCategory"/>.</summary>
    public string? Category { get; init; }

    /// <summary>good, behind or notAssessable.</summary>
    public string? Grade { get; init; }

    public bool Narrows => Words.Any(word => !string.IsNullOrEmpty(word.Value));

    public static string WordOf(GradeKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>Whether it asks for a KPI, whatever its grade.</summary>
    public bool CoversButGrade(KpiSheet kpi) =>
        (string.IsNullOrEmpty(Department) || kpi.Departments.Contains(Department)) && (string.IsNullOrEmpty(Category) || (Category == NoCategory ? kpi.Categories.Count == 0 : kpi.Categories.Contains(Category)));

    public bool Covers(KpiSheet kpi) => CoversButGrade(kpi) && (string.IsNullOrEmpty(Grade) || WordOf(kpi.Grade.Kind) == Grade);

    public string Address(int plan)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Words.Where(word => !string.IsNullOrEmpty(word.Value)))
            query.Add(name, value!);
        return string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}/kpis{query.ToQueryString()}");
    }

    /// <summary>Where a KPI is shown.</summary>
    public static string Address(int plan, string kpi) => string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}/kpis/{Uri.EscapeDataString(kpi)}");

    private IEnumerable<(string Name, string? Value)> Words => [("department", Department), ("category", Category), ("grade", Grade)];
}
