using DxRules.Engine.PlanChecks;
using DxRules.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Brings DxRules into a host.</summary>
public static class DxRulesServices
{
    /// <summary>
    /// Adds <see cref="PlanCheckProvider"/> for all the host's life and <see cref="PlanCheck"/> for each scope, such as a request. Settings come from the section
    /// <c>DxRules</c> of the configuration, then from <paramref name="configure"/>. A setting that cannot work, an unknown key, or an error in a rule file keeps
    /// the host from starting, with a message that names it.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Settings made in code; null for none.</param>
    public static IServiceCollection AddDxRules(this IServiceCollection services, Action<DxRulesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<DxRulesOptions>().Configure<IServiceProvider>(Bind).ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new ContentRoot(provider.GetService<IHostEnvironment>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DxRulesOptions>, DxRulesOptionsCheck>());
        services.TryAddSingleton(provider => new PlanCheckProvider(
            provider.GetRequiredService<IOptions<DxRulesOptions>>(),
            provider.GetRequiredService<ContentRoot>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PlanCheckProvider>>() ?? NullLogger<PlanCheckProvider>.Instance));
        services.TryAddScoped(provider => provider.GetRequiredService<PlanCheckProvider>().Current);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RuleReloading>());
        return services;
    }

    private static void Bind(DxRulesOptions options, IServiceProvider provider) =>
        provider.GetService<IConfiguration>()?.GetSection(DxRulesOptions.SectionName).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
}
