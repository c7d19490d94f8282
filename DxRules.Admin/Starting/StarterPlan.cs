using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Starting;

/// <summary>A plan to begin with: one of each, and null for all that only the city knows, so that a check asks for it.</summary>
internal static class StarterPlan
{
    /// <summary>A plan file that reads without a mistake.</summary>
    public static byte[] Write(StarterAnswers answers)
    {
        var plan = JsonNode.Parse(StarterFolder.Template("plan.json"))!;
        (plan["municipality"]!["code"], plan["municipality"]!["name"], plan["municipality"]!["prefecture"]) = (answers.Code, answers.Name, answers.Prefecture);
        (plan["plan"]!["id"], plan["plan"]!["title"]) = (answers.PlanId, answers.Title);
        var period = plan["plan"]!["period"]!;
        (period["start"], period["end"]) = (DayOf(answers.FirstYear, FiscalYear.Start), DayOf(answers.LastYear, FiscalYear.End));
        NameExamples(plan, answers.Language);
        if (!answers.Has("指標"))
            plan["policies"]![0]!["kpis"] = new JsonArray();
        if (!answers.Has("会議体"))
            plan["governance"]!["bodies"] = new JsonArray();
        if (!answers.Has("外部委託"))
            plan["security"]!["contracts"] = new JsonArray();
        if (!answers.Has("情報システム"))
            plan["security"]!["systems"] = new JsonArray();
        plan["security"]!["controls"] = JsonNode.Parse(ControlSkeleton.Write(ControlCatalogue.Of(PlanCheck.Default.Applied.Folder), answers.Language));
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, JsonText.Indented))
            plan.WriteTo(writer);
        return [.. text.ToArray(), (byte)'\n'];
    }

    private static void NameExamples(JsonNode plan, Language language)
    {
        var policy = plan["policies"]![0]!;
        var initiative = policy["initiatives"]![0]!;
        plan["categories"]![0]!["title"] = new LocalizedText("（分野の名前）", "(name of the category)").In(language);
        plan["departments"]![0]!["name"] = new LocalizedText("DX推進担当課", "DX promotion office").In(language);
        policy["title"] = new LocalizedText("（施策の名前）", "(title of the policy)").In(language);
        initiative["title"] = new LocalizedText("（取組の名前）", "(title of the initiative)").In(language);
        initiative["lanes"]![0]!["phases"]![0]!["title"] = new LocalizedText("（区間の名前）", "(title of the phase)").In(language);
        policy["kpis"]![0]!["title"] = new LocalizedText("（指標の名前）", "(title of the KPI)").In(language);
    }

    private static JsonNode? DayOf(int? year, Func<int, DateOnly> day) => year is { } known ? JsonValue.Create(day(known).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) : null;
}
