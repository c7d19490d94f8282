using System.Buffers;
using System.Text;
using System.Text.Json;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Http.Features;

namespace DxRules.Admin.Api.Operations;

/// <summary>Checks of plans that are sent along.</summary>
internal static class CheckOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("checkPlan", HttpMethods.Post, "/checks", ApiScopes.CheckPlans, new("計画を点検する（保存しない）", "Check a plan without keeping it"), new(
            $"送られた計画の文書（dxplan/1、{ApiLimits.PlanBytes / 1024 / 1024}MBまで）を、その団体の設定で点検し、報告書を返します。文書も結果も保存しません。セキュリティを見られない役割のトークンでは、文書の security を除いて点検します。",
            $"Checks the plan document that is sent along (dxplan/1, up to {ApiLimits.PlanBytes / 1024 / 1024} MB) by the profile of its municipality and gives the report. Neither is kept. With a token whose role does not see security it is checked without its security part."))
        {
            Parameters = [ApiParameter.InQuery("asOf", ParameterKind.Date, new("基準日。書かなければ今日", "The day as of which it is judged; today where it is left out"), "2025-05-31")],
            Body = new ApiContent("PlanDocument", () => PlanWriter.Write(ApiExamples.Document)),
            Answer = new ApiContent("Check", () => Content([], ApiExamples.Report)),
            Failures = [StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable],
            Do = Check,
        },
    ];

    private static async Task<ApiAnswer> Check(ApiCall call, CancellationToken cancel)
    {
        if (!IsJson(call.Context.Request))
            return ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType);
        if (await Body(call.Context, cancel) is not { } utf8)
            return ApiProblem.Of(StatusCodes.Status413PayloadTooLarge);
        using var turn = await call.Get<ApiPace>().Turn(cancel);
        if (!turn.IsAcquired)
        {
            call.Context.Response.Headers.RetryAfter = "10";
            return ApiProblem.Of(StatusCodes.Status429TooManyRequests);
        }
        var reading = PlanReader.Read("plan", utf8, Limits.Default with { PlanBytes = ApiLimits.PlanBytes });
        if (reading.Document is not { } document)
            return ApiProblem.OfDocument(ProblemTexts.Of(StatusCodes.Status422UnprocessableEntity)!.Value.Title, reading.Diagnostics);
        var seen = call.Viewer.View(document);
        var rules = await call.Get<CityCheck>().Rules(document.Municipality.Code, cancel);
        return await Report(rules, seen, call.Date("asOf") ?? call.Today, cancel) is { } report
            ? ApiAnswer.OfBytes(Content(reading.Diagnostics, call.Viewer.SeesSecrets ? report : new SeenReport(SeesSecrets: false, _ => true, PlanWriter.Hash(seen)).Of(report)))
            : ApiProblem.Of(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Null where it took too long.</summary>
    private static async Task<CheckReport?> Report(PlanCheck rules, PlanDocument plan, DateOnly asOf, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(ApiLimits.CheckTime);
        try
        {
            return await Task.Run(() => rules.Check(plan, asOf, limit.Token), limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private static bool IsJson(HttpRequest request) => request.HasJsonContentType() && request.Headers.ContentEncoding.Count == 0;

    // The whole site takes smaller forms than a plan may be.
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpContext context, CancellationToken cancel)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = ApiLimits.PlanBytes;
        if (context.Request.ContentLength > ApiLimits.PlanBytes)
            return null;
        var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, cancel);
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static byte[] Content(IEnumerable<Diagnostic> warnings, CheckReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WritePropertyName("warnings");
            JsonSerializer.Serialize(json, warnings.Select(ProblemError.Of), ApiJson.Options);
            json.WritePropertyName("report");
            json.WriteRawValue(Encoding.UTF8.GetBytes(ReportJson.Write(report)));
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }
}
