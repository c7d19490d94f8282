using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Cases;

/// <summary>What came of a file of cases, as one JSON object.</summary>
internal static class CaseReport
{
    // Values may be nested more deeply than the 64 levels that are usual.
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, MaxDepth = 256, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// <c>total</c>, <c>passed</c>, <c>suites</c> (name → total and passed), and <c>failed</c>: each case that did not pass, with its
    /// expression, the expected and the actual value, and the reason where one is known.
    /// </summary>
    public static string Write(IReadOnlyList<CaseResult> results, Language language) => new JsonObject
    {
        ["total"] = results.Count,
        ["passed"] = results.Count(result => result.Passed),
        ["suites"] = new JsonObject(results.GroupBy(result => result.Case.Suite).Select(suite => KeyValuePair.Create(suite.Key, (JsonNode?)new JsonObject
        {
            ["total"] = suite.Count(),
            ["passed"] = suite.Count(result => result.Passed),
        }))),
        ["failed"] = new JsonArray([.. results.Where(result => !result.Passed).Select(result => Failure(result, language))]),
    }.ToJsonString(Layout);

    private static JsonNode Failure(CaseResult result, Language language) => new JsonObject
    {
        ["suite"] = result.Case.Suite,
        ["file"] = result.Case.File,
        ["id"] = result.Case.Id,
        ["expression"] = result.Case.Expression,
        ["expected"] = result.Case.Expected.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(result.Case.Expected.GetRawText()),
        ["actual"] = JsonValues.Write(result.Actual),
        ["reason"] = result.Reason?.In(language),
    };
}
