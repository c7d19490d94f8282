using System.Reflection;
using DxRules.Admin.Hosting;
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
internal sealed class PermissionFilter(Viewer viewer, SiteOptions options) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var handler = context.HandlerMethod?.MethodInfo;
        var permits = handler?.GetCustomAttribute<PermitsAttribute>();
        if (handler?.GetCustomAttribute<PermitsEverybodyAttribute>() is not null)
            await next();
        else if (viewer.UserId is null)
            context.Result = new ChallengeResult();
        else if (permits is null || !viewer.May(permits.Access))
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        else if (viewer.LacksSecondFactor(options) && permits.Access != Access.OwnAccount)
            context.Result = new RedirectResult("/account/second-factor");
        else
            await next();
    }
}
