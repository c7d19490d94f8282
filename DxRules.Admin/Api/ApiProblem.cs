using System.Text.Json.Serialization;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace DxRules.Admin.Api;

/// <summary>Why something was not done (RFC 9457), in the language that was asked for.</summary>
internal sealed record ApiProblem(int Status, string? Kind, LocalizedText Title, LocalizedText? Detail)
{
    public IReadOnlyList<ProblemError> Errors { get; init; } = [];

    /// <summary>Of a status alone.</summary>
    public static ApiProblem Of(int status) => ProblemTexts.Of(status) is { } text
        ? new ApiProblem(status, null, text.Title, text.Detail)
        : new ApiProblem(status, null, new(ReasonPhrases.GetReasonPhrase(status), ReasonPhrases.GetReasonPhrase(status)), null);

    /// <summary>Parameters that cannot be taken, all at once.</summary>
    public static ApiProblem OfParameters(IReadOnlyList<ProblemError> errors) =>
        Of(StatusCodes.Status400BadRequest) with { Kind = "parameters", Detail = new("errors に、どのパラメーターをどう直すかがあります。", "See errors for which parameter to put right, and how."), Errors = errors };

    /// <summary>What is wrong with a document that was sent along.</summary>
    public static ApiProblem OfDocument(LocalizedText title, IEnumerable<Diagnostic> diagnostics) =>
        Of(StatusCodes.Status422UnprocessableEntity) with { Kind = "plan", Title = title, Errors = [.. diagnostics.Select(ProblemError.Of)] };

    /// <param name="path">What was asked for.</param>
    public ProblemContent Content(string path, Language language) => new()
    {
        Type = Kind is null ? "about:blank" : $"urn:dxrules:problem:{Kind}",
        Title = Title.In(language),
        Status = Status,
        Detail = Detail?.In(language),
        Instance = path,
        Errors = Errors.Count == 0 ? null : Errors,
    };

    public Task Send(HttpContext context)
    {
        var language = LanguageChoice.Current;
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.ContentLanguage = language == Language.Japanese ? "ja" : "en";
        response.Headers.Vary = "Accept-Language";
        var content = ApiJson.Write(Content(context.Request.Path, language));
        response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }
}

/// <summary>A problem as it is sent.</summary>
internal sealed record ProblemContent
{
    [Meaning("何の問題か。about:blank はHTTPの状態のとおり", "What kind of problem it is; about:blank where the HTTP status says it all")]
    public required string Type { get; init; }

    [Meaning("見出し", "In short")]
    public required string Title { get; init; }

    [Meaning("HTTPの状態", "The HTTP status")]
    public required int Status { get; init; }

    [Meaning("この要求では何が起き、どうすればよいか", "What happened to this request and what to do")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    [Meaning("求められたパス", "The path that was asked for")]
    public required string Instance { get; init; }

    [Meaning("一つずつの誤り", "What is wrong, one by one")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemError>? Errors { get; init; }
}

/// <summary>One thing that is wrong, in a parameter or in a document that was sent along.</summary>
internal sealed record ProblemError
{
    [Meaning("診断コード（DX…）。パラメーターの誤りにはない", "The diagnostic code (DX…); none for a parameter")]
    public string? Code { get; init; }

    [Meaning("error は直さなければならない。warning は確かめるとよい", "error has to be put right, warning should be looked at")]
    public required DiagnosticSeverity Severity { get; init; }

    [Meaning("パラメーターの名前", "The name of the parameter")]
    public string? Parameter { get; init; }

    [Meaning("文書の中の場所（JSONパス）", "The place in the document (JSON path)")]
    public string? Path { get; init; }

    [Meaning("文書の行（1から）", "The line of the document, from 1")]
    public int? Line { get; init; }

    [Meaning("文書の桁（1から）", "The column of the document, from 1")]
    public int? Column { get; init; }

    [Meaning("何が誤りか", "What is wrong")]
    public required Bilingual Message { get; init; }

    [Meaning("どう直すか", "How to put it right")]
    public Bilingual? Hint { get; init; }

    public static ProblemError Of(Diagnostic diagnostic)
    {
        var (line, column) = diagnostic.Source.PositionOf(diagnostic.Span.Start);
        return new ProblemError
        {
            Code = diagnostic.Code, Severity = diagnostic.Severity, Path = diagnostic.Path, Line = line, Column = column,
            Message = In(diagnostic.Message), Hint = diagnostic.Hint is { } hint ? In(hint) : null,
        };
    }

    public static ProblemError OfParameter(string name, LocalizedText message, LocalizedText? hint = null) =>
        new() { Severity = DiagnosticSeverity.Error, Parameter = name, Message = In(message), Hint = hint is null ? null : In(hint) };

    private static Bilingual In(LocalizedText text) => new(text.Ja, text.En);
}
