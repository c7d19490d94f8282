using System.Globalization;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.Http.Extensions;

namespace DxRules.Admin.Pages.Audit;

/// <summary>Which entries of the log are shown; all of it stands in the address, so that an address is a saved view.</summary>
internal sealed record AuditFilter
{
    private static readonly TimeSpan JapanTime = TimeSpan.FromHours(9);

    /// <summary>The id of a person, or the name of an <see cref="AuditOrigin"/> for what nobody did.</summary>
    public string? Person { get; init; }

    /// <summary>A group of actions.</summary>
    public string? Group { get; init; }

    /// <summary>The id of a plan's row.</summary>
    public string? Plan { get; init; }

    /// <summary>The id of what it was done to.</summary>
    public string? Subject { get; init; }

    /// <summary>The first day in Japan, as 2025-05-31.</summary>
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    public string? To { get; init; }

    /// <summary>Words that an entry must hold, as it is shown.</summary>
    public string? Q { get; init; }

    /// <summary>The hash of the entry after which the page begins; a number would tell how many entries one does not see.</summary>
    public string? Before { get; init; }

    public bool Narrows => Values().Any(pair => pair.Name != "before" && Any(pair.Value));

    /// <summary>Whether a day was given that is none.</summary>
    public static bool IsBad(string? day) => Any(day) && Day(day) is null;

    /// <summary>Everything but the words, which are looked for in what is shown.</summary>
    public IQueryable<AuditRow> Of(IQueryable<AuditRow> rows)
    {
        if (Any(Person))
        {
            rows = int.TryParse(Person, NumberStyles.None, CultureInfo.InvariantCulture, out var user) ? rows.Where(row => row.UserId == user)
                : Enum.TryParse<AuditOrigin>(Person, out var origin) ? rows.Where(row => row.UserId == null && row.Origin == origin)
                : rows.Where(row => false);
        }
        if (Any(Group))
            rows = rows.Where(row => row.Action.StartsWith(Group + "."));
        if (Any(Plan))
            rows = int.TryParse(Plan, NumberStyles.None, CultureInfo.InvariantCulture, out var plan) ? rows.Where(row => row.PlanId == plan) : rows.Where(row => false);
        if (Any(Subject))
            rows = rows.Where(row => row.SubjectId == Subject!.Trim());
        if (Day(From) is { } from)
            rows = rows.Where(row => row.At >= Midnight(from));
        if (Day(To) is { } to && to < DateOnly.MaxValue)
            rows = rows.Where(row => row.At < Midnight(to.AddDays(1)));
        return rows;
    }

    /// <summary>The address of the list, or of its export, under this filter.</summary>
    public string Address(string? handler = null)
    {
        var query = new QueryBuilder();
        if (handler is not null)
            query.Add("handler", handler);
        foreach (var (name, value) in Values().Where(pair => Any(pair.Value)))
            query.Add(name, value!);
        return $"/audit{query.ToQueryString()}";
    }

    private IEnumerable<(string Name, string? Value)> Values() =>
        [("person", Person), ("group", Group), ("plan", Plan), ("subject", Subject), ("from", From), ("to", To), ("q", Q), ("before", Before)];

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), JapanTime);

    private static bool Any(string? value) => !string.IsNullOrWhiteSpace(value);
}
