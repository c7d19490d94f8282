using DxRules.Admin.Api.Description;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using Microsoft.AspNetCore.Authorization;

namespace DxRules.Admin.Api;

/// <summary>The interface for other programs as a part of the site.</summary>
internal static class ApiSite
{
    public static void AddApi(this IServiceCollection services) => services.AddSingleton<ApiPace>();

    /// <summary>Answers whatever goes wrong below <c>/api</c> as a problem, never as a page and never with what failed inside.</summary>
    public static void UseApi(this WebApplication site) => site.UseWhen(context => ApiPaths.Holds(context.Request.Path), api => api.Use(async (context, next) =>
    {
        ApiLanguage.Use(context);
        try
        {
            if (context.RequestServices.GetRequiredService<ApiPace>().Allows(context))
                await next(context);
            else
                await ApiPace.Refuse(context);
        }
        catch (Exception failed) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await Problem(context, failed).Send(context);
            return;
        }
        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null })
            await ApiProblem.Of(context.Response.StatusCode).Send(context);
    }));

    public static void MapApi(this WebApplication site)
    {
        foreach (var path in ApiOperations.All.GroupBy(operation => operation.Route))
        {
            foreach (var operation in path)
                site.MapMethods(path.Key, MethodsOf(operation), Answer(operation)).RequireAuthorization(Needing(operation)).WithMetadata(operation, new NeededScope(operation.Scope));
            Refuse(site, path.Key, [.. path.SelectMany(MethodsOf)], new AuthorizeAttribute { AuthenticationSchemes = TokenAuthentication.SchemeName });
        }
        site.MapMethods(ApiPaths.Document, [HttpMethods.Get, HttpMethods.Head], context => ApiAnswer.OfBytes(ApiDocument.Of(ApiLanguage.Of(context.Request))).Send(context, isRead: true)).AllowAnonymous();
        Refuse(site, ApiPaths.Document, [HttpMethods.Get, HttpMethods.Head], null);
    }

    private static string[] MethodsOf(ApiOperation operation) => operation.IsRead ? [HttpMethods.Get, HttpMethods.Head] : [operation.Method];

    private static AuthorizationPolicy Needing(ApiOperation operation) =>
        new AuthorizationPolicyBuilder(TokenAuthentication.SchemeName).RequireAuthenticatedUser().RequireClaim(TokenAuthentication.Scope, operation.Scope).Build();

    private static RequestDelegate Answer(ApiOperation operation) => async context =>
    {
        var (call, problem) = ApiCall.Read(context, operation);
        ApiAnswer answer = call is null ? problem! : await operation.Do(call, context.RequestAborted);
        await answer.Send(context, operation.IsRead);
    };

    // Where routing refuses a method by itself, the endpoint that does so has no policy, and would be closed instead.
    private static void Refuse(WebApplication site, string path, string[] methods, AuthorizeAttribute? who)
    {
        var refusing = site.Map(path, (RequestDelegate)(context =>
        {
            context.Response.Headers.Allow = string.Join(", ", methods);
            return ApiProblem.Of(StatusCodes.Status405MethodNotAllowed).Send(context);
        }));
        if (who is null)
            refusing.AllowAnonymous();
        else
            refusing.RequireAuthorization(who);
    }

    private static ApiProblem Problem(HttpContext context, Exception failed)
    {
        switch (failed)
        {
            case BadHttpRequestException bad:
                return ApiProblem.Of(bad.StatusCode);
            case ProfileMisfit:
                return ApiProblem.Of(StatusCodes.Status409Conflict);
            default:
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiSite)).LogError(failed, "{Method} {Path} failed.", context.Request.Method, context.Request.Path);
                return ApiProblem.Of(StatusCodes.Status500InternalServerError);
        }
    }
}
