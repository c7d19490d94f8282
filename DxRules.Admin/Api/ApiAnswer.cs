using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace DxRules.Admin.Api;

/// <summary>What is answered: bytes of JSON, or a problem.</summary>
internal abstract record ApiAnswer
{
    public static ApiAnswer Of<T>(T value) => new Json(ApiJson.Write(value));

    public static ApiAnswer OfBytes(byte[] utf8) => new Json(utf8);

    public static ApiAnswer NotFound { get; } = new Refusal(ApiProblem.Of(StatusCodes.Status404NotFound));

    public static implicit operator ApiAnswer(ApiProblem problem) => new Refusal(problem);

    /// <param name="isRead">Whether it may be kept and asked for again with <c>If-None-Match</c>.</param>
    public abstract Task Send(HttpContext context, bool isRead);

    private sealed record Refusal(ApiProblem Problem) : ApiAnswer
    {
        public override Task Send(HttpContext context, bool isRead) => Problem.Send(context);
    }

    private sealed record Json(byte[] Content) : ApiAnswer
    {
        public override async Task Send(HttpContext context, bool isRead)
        {
            var (request, response) = (context.Request, context.Response);
            if (isRead)
            {
                // What one token may see another may not: whoever keeps it keeps it for that token, and asks each time.
                var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Content))[..32]}\"");
                response.GetTypedHeaders().ETag = tag;
                response.Headers.CacheControl = "private, no-cache";
                response.Headers.Vary = HeaderNames.Authorization;
                if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)))
                {
                    response.StatusCode = StatusCodes.Status304NotModified;
                    return;
                }
            }
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = Content.Length;
            if (!HttpMethods.IsHead(request.Method))
                await response.Body.WriteAsync(Content, context.RequestAborted);
        }
    }
}
