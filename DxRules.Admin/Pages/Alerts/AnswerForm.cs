using System.Globalization;
using System.Text.Json;
using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>What the form of an answer shows, and takes back as typed.</summary>
internal sealed record AnswerForm(string Decision, string Cause, string Text, string Owner, string DueOn, string AcceptedUntil, string Comment, string OnBehalfOf, int Seen)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The decisions by their words, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Decisions { get; } = [.. Enum.GetValues<AnswerDecision>().Select(WordOf)];

    public static string WordOf(AnswerDecision decision) => JsonNamingPolicy.CamelCase.ConvertName(decision.ToString());

    public static AnswerForm Empty(string owner, string onBehalfOf) => new("", "", "", owner, "", "", "", onBehalfOf, 0);

    public static AnswerForm Of(IFormCollection form) => new(
        One(form, "decision"), One(form, "cause"), One(form, "text"), One(form, "owner"), One(form, "dueOn"), One(form, "acceptedUntil"), One(form, "comment"),
        One(form, "onBehalfOf"), int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1);

    /// <summary>What was answered, to be written on.</summary>
    public static AnswerForm Of(AnswerRow answer, string onBehalfOf) => new(
        WordOf(answer.Decision), answer.Cause ?? "", answer.Text, answer.Owner ?? "", answer.DueOn?.ToString(Day, CultureInfo.InvariantCulture) ?? "",
        answer.AcceptedUntil?.ToString(CultureInfo.InvariantCulture) ?? "", "", onBehalfOf, answer.Revision);

    /// <summary>The same with what was answered in an earlier cycle, except what is over by now.</summary>
    public AnswerForm Like(AnswerRow earlier, int fiscalYear, DateOnly today)
    {
        var copied = Of(earlier, OnBehalfOf);
        return copied with
        {
            DueOn = earlier.DueOn < today ? "" : copied.DueOn,
            AcceptedUntil = earlier.AcceptedUntil < fiscalYear ? "" : copied.AcceptedUntil,
            Seen = Seen,
        };
    }

    /// <summary>The entry. Where the day is none, the form has a problem and the entry no day.</summary>
    public AnswerEntry Entry(int cycle, string alert, ModelStateDictionary problems, Texts texts)
    {
        var decision = Decisions.Contains(Decision) ? Enum.Parse<AnswerDecision>(Decision, ignoreCase: true) : (AnswerDecision?)null;
        DateOnly? due = null;
        if (DueOn.Length > 0 && decision is not (AnswerDecision.Accept or AnswerDecision.FalseAlarm))
        {
            if (DateOnly.TryParseExact(DueOn, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                due = day;
            else
                problems.AddModelError("dueOn", texts["answer.dueOn.bad"]);
        }
        return new AnswerEntry(cycle, alert, decision, Text)
        {
            Cause = Cause,
            Owner = Owner.Length == 0 ? null : Owner,
            DueOn = due,
            AcceptedUntil = int.TryParse(AcceptedUntil, NumberStyles.None, CultureInfo.InvariantCulture, out var until) ? until : null,
            Comment = Comment,
            OnBehalfOf = OnBehalfOf.Length == 0 ? null : OnBehalfOf,
            Seen = Seen,
        };
    }

    private static string One(IFormCollection form, string name) => form[name].ToString().Trim().ReplaceLineEndings("\n");
}
