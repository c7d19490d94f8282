using Microsoft.Extensions.Options;

namespace DxRules.Hosting;

/// <summary>Refuses settings that cannot work, all of them in one message, each under its key.</summary>
internal sealed class DxRulesOptionsCheck(ContentRoot root) : IValidateOptions<DxRulesOptions>
{
    public ValidateOptionsResult Validate(string? name, DxRulesOptions options)
    {
        var problems = new List<string>();
        if (options.RulesFolder is { } folder && !Directory.Exists(root.PathOf(folder)))
            problems.Add($"{Key(nameof(options.RulesFolder))}: there is no folder {root.PathOf(folder)} ('{folder}' counts from the content root).");
        if (options.Profile is { } profile && !File.Exists(root.PathOf(profile)))
            problems.Add($"{Key(nameof(options.Profile))}: there is no file {root.PathOf(profile)} ('{profile}' counts from the content root).");
        if (options.ReloadDelay < TimeSpan.Zero || options.ReloadDelay > TimeSpan.FromMinutes(10))
            problems.Add($"{Key(nameof(options.ReloadDelay))}: expected a time from 00:00:00 to 00:10:00, but found {options.ReloadDelay:c}.");
        if (options.PollInterval != TimeSpan.Zero && (options.PollInterval < TimeSpan.FromSeconds(1) || options.PollInterval > TimeSpan.FromDays(1)))
            problems.Add($"{Key(nameof(options.PollInterval))}: expected 00:00:00 for never, or a time from one second to one day, but found {options.PollInterval:c}.");
        foreach (var limit in options.Limits.GetType().GetProperties().Where(property => property.PropertyType == typeof(int)))
        {
            if ((int)limit.GetValue(options.Limits)! <= 0)
                problems.Add($"{Key(nameof(options.Limits))}:{limit.Name}: expected a number above 0, but found {limit.GetValue(options.Limits)}.");
        }
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string Key(string name) => $"{DxRulesOptions.SectionName}:{name}";
}
