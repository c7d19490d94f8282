using System.Text.Json;
using System.Text.Json.Serialization;
using DxRules.Admin.Data;

namespace DxRules.Admin.Cycles;

/// <summary>
/// Who said what in the five years of デモ市: a script for the demonstration, kept as data (<c>demo-city.story.json</c>, format <c>dxstory/1</c>; what
/// it tells stands in <c>demo-city.story.md</c>). People are the accounts of the demonstration; days are those of the review, which falls into the
/// year after the fiscal year.
/// </summary>
/// <param name="Plans">Which plan file the years are reviewed by.</param>
internal sealed record Story(
    string Format,
    IReadOnlyList<StoryPlan> Plans,
    IReadOnlyList<StoryAnswer> Answers,
    IReadOnlyList<StoryQuestion> Questions,
    IReadOnlyList<StoryMeeting> Meetings)
{
    private const string File = "demo-city.story.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The story as it is shipped.</summary>
    public static Story Read()
    {
        using var resource = typeof(Story).Assembly.GetManifestResourceStream(File) ?? throw new FileNotFoundException($"{File} is not in the program.");
        return JsonSerializer.Deserialize<Story>(resource, Options) is { Format: "dxstory/1" } story
            ? story
            : throw new InvalidDataException($"{File} is no story.");
    }

    /// <summary>The plan file by which a fiscal year is reviewed.</summary>
    public string PlanOf(int fiscalYear) => Plans.Single(plan => plan.From <= fiscalYear && fiscalYear <= plan.To).File;
}

/// <param name="From">The first 対象年度.</param>
/// <param name="To">The last one.</param>
internal sealed record StoryPlan(string File, int From, int To);

/// <summary>What was answered to an alert in a year, with the steps that it took; the last one tells where it stands.</summary>
/// <param name="Alert">Key of the alert: rule and subject.</param>
/// <param name="Text">What is done; of an acceptance or a false alarm the reason.</param>
/// <param name="Owner">Id of the department that does it.</param>
/// <param name="AcceptedUntil">The last 対象年度 for which an acceptance holds.</param>
/// <param name="ReportedDoneOn">The day on which the department said that it is done.</param>
internal sealed record StoryAnswer(
    int FiscalYear,
    string Alert,
    AnswerDecision Decision,
    string Text,
    IReadOnlyList<StoryStep> Steps,
    string? Cause = null,
    string? Owner = null,
    DateOnly? DueOn = null,
    int? AcceptedUntil = null,
    DateOnly? ReportedDoneOn = null);

/// <param name="By">Account of the demonstration.</param>
/// <param name="OnBehalfOf">Id of the department for which somebody else did it (代理入力).</param>
internal sealed record StoryStep(DateOnly On, AnswerState Step, string By, string? OnBehalfOf = null, string? Comment = null);

/// <summary>A question of a hearing; without an answer the department still owes it.</summary>
/// <param name="Subject">Id of what is asked about.</param>
internal sealed record StoryQuestion(
    int FiscalYear,
    string Subject,
    string Department,
    DateOnly On,
    string By,
    string Text,
    string? Answer = null,
    DateOnly? AnsweredOn = null,
    string? AnsweredBy = null);

/// <summary>What a meeting that stands in the plan document was about.</summary>
/// <param name="FiscalYear">The 対象年度 whose review it dealt with.</param>
/// <param name="Meeting">Id of the meeting.</param>
internal sealed record StoryMeeting(int FiscalYear, string Meeting, string Agenda, string Outcome);
