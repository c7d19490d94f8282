using System.Text.RegularExpressions;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Finds what a row is about in the plan, and tells where that is not clear.</summary>
internal sealed partial class SubjectFinder(PlanIndex index, ImportProblems problems)
{
    /// <summary>Rows whose number belongs to something else in the plan than their title.</summary>
    public int Renumbered { get; private set; }

    /// <summary>Rows with number and title that the plan has both.</summary>
    public int Numbered { get; private set; }

    /// <summary>The policy that a row names; null where it names none or none that can be told, which nothing is said of.</summary>
    public Policy? Policy(IReadOnlyDictionary<ImportField, RowLabel> labels)
    {
        var title = labels.GetValueOrDefault(ImportField.PolicyTitle)?.Text;
        var titled = index.Policies.Find(title);
        if (titled.Count == 0 && title is not null && SplitNumber(title) is { } split)
            titled = index.Policies.Find(split.Title);
        var numbered = index.PolicyNumbers.Find(labels.GetValueOrDefault(ImportField.PolicyNumber)?.Text);
        return titled is [var one] ? one : titled.Count == 0 && numbered is [var only] ? only : null;
    }

    /// <summary>The initiative that a row names. Null where it names none, or it cannot be told; the latter was said where it stands against the row.</summary>
    /// <param name="isBlocked">Whether something about it has to be mended first.</param>
    public IndexedInitiative? Initiative(IReadOnlyDictionary<ImportField, RowLabel> labels, Policy? policy, out bool isBlocked)
    {
        isBlocked = true;
        var number = labels.GetValueOrDefault(ImportField.InitiativeNumber);
        var title = labels.GetValueOrDefault(ImportField.InitiativeTitle);
        var titled = title is null ? [] : Within(index.Initiatives.Find(title.Text), policy);
        var numberText = number?.Text;
        if (titled.Count == 0 && title is not null && SplitNumber(title.Text) is { } split)
            (titled, numberText) = (Within(index.Initiatives.Find(split.Title), policy), numberText ?? split.Number);
        var numbered = Within(Numbers(numberText, labels.GetValueOrDefault(ImportField.PolicyNumber)?.Text), policy);
        if (title is not null && number is not null && (numbered.Count > 0 || titled.Count > 0))
            Numbered++;
        if (titled.Count > 1 && titled.Intersect(numbered).ToList() is [var meant])
            titled = [meant];
        if (titled.Count > 1 || (titled.Count == 0 && title is null && numbered.Count > 1))
        {
            problems.Ambiguous((title ?? number)!.At, (title ?? number)!.Text, (titled.Count > 1 ? titled : numbered).Select(Name));
            return null;
        }
        if (title is not null && number is not null && numbered.Count > 0 && !numbered.Any(titled.Contains))
            return OfOtherNumber(number, title, numbered[0], titled.FirstOrDefault());
        isBlocked = false;
        return titled.FirstOrDefault() ?? (title is null ? numbered.FirstOrDefault() : null);
    }

    /// <summary>The indicator that a row names, likewise.</summary>
    /// <param name="segment">The series that a bracket behind the title names.</param>
    public IndexedKpi? Kpi(RowLabel title, Policy? policy, Initiative? initiative, out string? segment, out bool isBlocked)
    {
        (var found, segment) = index.KpisTitled(title.Text);
        if (found.Count == 0 && SplitNumber(title.Text) is { } split)
            (found, segment) = index.KpisTitled(split.Title);
        if (found.Count > 1 && initiative is not null)
            found = Narrowed(found, kpi => kpi.Initiative?.Id == initiative.Id);
        if (found.Count > 1 && policy is not null)
            found = Narrowed(found, kpi => kpi.Policy?.Id == policy.Id);
        isBlocked = found.Count > 1;
        if (isBlocked)
            problems.Ambiguous(title.At, title.Text, found.Select(kpi => kpi.Policy is null ? kpi.Record.Title : $"{kpi.Policy.Title} › {kpi.Record.Title}"));
        return isBlocked ? null : found.FirstOrDefault();
    }

    /// <summary>The phase or milestone that a row names, likewise.</summary>
    public IndexedStep? Step(RowLabel title, IndexedInitiative? initiative, out bool isBlocked)
    {
        var found = index.Steps.Find(title.Text);
        if (found.Count == 0 && SplitNumber(title.Text) is { } split)
            found = index.Steps.Find(split.Title);
        if (initiative is not null)
            found = [.. found.Where(step => step.Initiative == initiative)];
        isBlocked = found.Count > 1;
        if (isBlocked)
            problems.Ambiguous(title.At, title.Text, found.Select(step => $"{step.Initiative.Record.Title} › {step.Title}"));
        return isBlocked ? null : found.FirstOrDefault();
    }

    public string? NearestKpi(string title) => Spelling.Nearest(title, index.AllKpis.Select(kpi => kpi.Record.Title));

    public string? NearestInitiative(string title) => Spelling.Nearest(title, index.AllInitiatives.Select(initiative => initiative.Record.Title));

    public string? NearestStep(string title) => Spelling.Nearest(title, index.AllSteps.Select(step => step.Title));

    /// <summary>A number in front of a title: ① 健診データ, 1-2 オンライン申請, （３）窓口.</summary>
    public static (string Number, string Title)? SplitNumber(string text) =>
        LeadingNumber().Match(text.Trim()) is { Success: true } match ? (match.Groups["number"].Value, match.Groups["title"].Value) : null;

    private IndexedInitiative? OfOtherNumber(RowLabel number, RowLabel title, IndexedInitiative numbered, IndexedInitiative? titled)
    {
        // The same with another wording, where nothing else has that title.
        if (titled is null && Spelling.Nearest(TextKeys.Key(title.Text), [TextKeys.Key(numbered.Record.Title)]) is not null)
        {
            problems.OtherWording(title.At, title.Text, numbered.Record.Title);
            return numbered;
        }
        Renumbered++;
        problems.NumberOfAnother(number.At, number.Text, title.Text, numbered.Record.Title, titled?.Record.Number);
        return null;
    }

    private IReadOnlyList<IndexedInitiative> Numbers(string? number, string? policyNumber)
    {
        var found = index.InitiativeNumbers.Find(number);
        return found.Count > 0 || number is null || policyNumber is null ? found : index.InitiativeNumbers.Find($"{policyNumber}-{number}");
    }

    private static IReadOnlyList<IndexedInitiative> Within(IReadOnlyList<IndexedInitiative> found, Policy? policy) =>
        policy is null || found.Count < 2 ? found : Narrowed(found, initiative => initiative.Policy.Id == policy.Id);

    private static IReadOnlyList<T> Narrowed<T>(IReadOnlyList<T> found, Func<T, bool> isMeant) => found.Where(isMeant).ToList() is { Count: > 0 } fewer ? fewer : found;

    private static string Name(IndexedInitiative initiative) => $"{initiative.Policy.Title} › {initiative.Record.Title}";

    [GeneratedRegex(@"^(?<number>[①-⑳㉑-㉟⑴-⒇❶-❿Ⅰ-Ⅻ]|[(（]?[0-9０-９]+(?:[-－‐.．][0-9０-９]+)*[)）]?)[\s　.．、:：]*(?<title>[^0-9０-９\s].*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex LeadingNumber();
}
