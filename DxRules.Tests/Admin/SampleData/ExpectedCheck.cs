using System.Globalization;
using System.Text.Json;

namespace DxRules.Tests.Admin.SampleData;

/// <summary>What the check of a sample should find, as written down by hand beside it (<c>*.expected.json</c>).</summary>
/// <param name="Without">Path of the member left out of the sample, if any; elements of lists by their place.</param>
/// <param name="Fires">What is found among other things, which are not compared.</param>
/// <param name="QuietEverywhere">Rules that give nothing at all, on no subject.</param>
/// <param name="FindingsOf">
/// Rules whose alerts and undetermined results are all listed; where nothing is listed they are quiet or do not apply, and which of the two is not compared.
/// </param>
internal sealed record ExpectedCheck(
    string Plan,
    DateOnly AsOf,
    string? Without,
    IReadOnlyList<ExpectedResult> Results,
    IReadOnlyList<ExpectedResult> Fires,
    IReadOnlyList<string> QuietEverywhere,
    IReadOnlySet<string> FindingsOf,
    IReadOnlyList<ExpectedGroup> Groups,
    IReadOnlyList<ExpectedCheck> Variants)
{
    /// <summary>The rules that were asked; what others find is not compared.</summary>
    public IReadOnlySet<string> Rules => Results.Select(r => r.Rule).Concat(QuietEverywhere).Concat(FindingsOf).ToHashSet();

    /// <summary>Whether a result is one of those that the file lists in full.</summary>
    public bool Compares(ExpectedResult result) =>
        Rules.Contains(result.Rule) && !(result.Expect == "notApplicable" && FindingsOf.Contains(result.Rule));

    public static ExpectedCheck Of(string plan)
    {
        var file = Repository.File("DxRules.Admin", "SampleData", Path.ChangeExtension(plan, ".expected.json"));
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return From(json.RootElement, plan);
    }

    private static ExpectedCheck From(JsonElement check, string plan) => new(
        plan,
        DateOnly.ParseExact(check.GetProperty("asOf").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Text(check, "without"),
        [.. check.GetProperty("results").EnumerateArray().SelectMany(ExpectedResult.From)],
        check.TryGetProperty("fires", out var fires) ? [.. fires.EnumerateArray().SelectMany(ExpectedResult.From)] : [],
        Texts(check, "quietEverywhere"),
        Texts(check, "rules").ToHashSet(),
        check.TryGetProperty("groups", out var groups) ? [.. groups.EnumerateArray().Select(ExpectedGroup.From)] : [],
        check.TryGetProperty("variants", out var variants) ? [.. variants.EnumerateArray().Select(v => From(v, plan))] : []);

    internal static string? Text(JsonElement e, string member) => e.TryGetProperty(member, out var value) ? value.GetString() : null;

    internal static IReadOnlyList<string> Texts(JsonElement e, string member) =>
        e.TryGetProperty(member, out var list) ? [.. list.EnumerateArray().Select(x => x.GetString()!)] : [];
}

/// <summary>A fact that is missing, for how many subjects of which kind, and which rules wait for it.</summary>
internal sealed record ExpectedGroup(string Fact, string Kind, int Subjects, IReadOnlyList<string> Rules)
{
    public static ExpectedGroup From(JsonElement e) => new(
        e.GetProperty("fact").GetString()!,
        e.GetProperty("kind").GetString()!,
        e.GetProperty("subjects").GetInt32(),
        ExpectedCheck.Texts(e, "rules"));

    public override string ToString() => $"{Fact} of {Subjects} {Kind}: {string.Join(", ", Rules)}";
}

/// <param name="Expect">A severity, quiet, notApplicable or undetermined.</param>
/// <param name="Missing">Facts that an undetermined result names.</param>
/// <param name="Unknown">Facts that a graver level of an alert missed.</param>
/// <param name="FoldedUnder">Rule and subject of the alert that causes this result.</param>
internal sealed record ExpectedResult(
    string Rule,
    string Subject,
    string Expect,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unknown,
    string? FoldedUnder)
{
    private static readonly string[] Severities = ["info", "notice", "warning", "critical"];

    public bool IsAlert => Severities.Contains(Expect);

    /// <summary>A row speaks of one rule or of many (<c>rules</c>), and of one subject or of many (<c>subjects</c>): of each rule on each subject.</summary>
    public static IEnumerable<ExpectedResult> From(JsonElement e) =>
        from rule in OneOrMany(e, "rule", "rules")
        from subject in OneOrMany(e, "subject", "subjects")
        select new ExpectedResult(
            rule,
            subject,
            e.GetProperty("expect").GetString()!,
            ExpectedCheck.Texts(e, "missing"),
            ExpectedCheck.Texts(e, "unknown"),
            ExpectedCheck.Text(e, "foldedUnder"));

    private static IReadOnlyList<string> OneOrMany(JsonElement e, string one, string many) =>
        e.TryGetProperty(many, out _) ? ExpectedCheck.Texts(e, many) : [e.GetProperty(one).GetString()!];

    /// <summary>One line, the facts in the order of their names, so that two lists of results can be compared.</summary>
    public override string ToString()
    {
        var facts = Missing.Count > 0 ? $" [{List(Missing)}]" : Unknown.Count > 0 ? $" unknown [{List(Unknown)}]" : "";
        return $"{Rule} {Subject}: {Expect}{facts}{(FoldedUnder == null ? "" : $" < {FoldedUnder}")}";
    }

    private static string List(IEnumerable<string> facts) => string.Join(", ", facts.Order(StringComparer.Ordinal));
}
