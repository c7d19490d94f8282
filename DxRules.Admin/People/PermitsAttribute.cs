using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DxRules.Admin.People;

/// <summary>Says on the handler of a page what one needs to be allowed. A handler without it is open to nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PermitsAttribute(Access access) : Attribute
{
    public Access Access => access;
}

/// <summary>Says on the handler of a page that it is for people who are not signed in.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PermitsEverybodyAttribute : Attribute;

/// <summary>Lets a handler run only for those whom it permits.</summary>
internal sealed class PermissionFilter(Viewer viewer) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Permits(context.HandlerMethod?.MethodInfo))
            await next();
        else
            context.Result = viewer.UserId is null ? new ChallengeResult() : new StatusCodeResult(StatusCodes.Status403Forbidden);
    }

    private bool Permits(MethodInfo? handler) =>
        handler?.GetCustomAttribute<PermitsEverybodyAttribute>() is not null
        || (viewer.UserId is not null && handler?.GetCustomAttribute<PermitsAttribute>() is { } permits && viewer.May(permits.Access));
}
