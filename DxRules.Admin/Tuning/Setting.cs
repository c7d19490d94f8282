using DxRules.Engine.Rules;

namespace DxRules.Admin.Tuning;

/// <summary>How something is set: the values of its parameters, what became of its severities, and whether it judges.</summary>
/// <param name="Values">By the parameters' names.</param>
/// <param name="Severities">By the severities that the file has.</param>
/// <param name="IsOn">Always for a group.</param>
internal sealed record Setting(IReadOnlyDictionary<string, object> Values, IReadOnlyDictionary<Severity, Severity> Severities, bool IsOn)
{
    /// <summary>As the files have it.</summary>
    public static Setting Standard(TuningTarget target) => new(
        target.Parameters.ToDictionary(parameter => parameter.Name.Value, parameter => parameter.Value!.Value),
        target.Severities.ToDictionary(severity => severity),
        true);

    /// <summary>As a profile has it.</summary>
    public static Setting Of(TuningTarget target, AppliedProfile profile)
    {
        var rule = target.Rule is null ? null : profile.Folder.Rules.FirstOrDefault(rule => rule.Id.Value == target.Owner);
        var severities = target.Severities.ToDictionary(severity => severity);
        foreach (var (was, now) in (target.Rule?.Levels ?? []).Zip(rule?.Levels ?? []))
            severities[was.Severity.Value] = now.Severity.Value;
        return new Setting(
            target.Parameters.ToDictionary(parameter => parameter.Name.Value, parameter => profile.Values.Of(target.Owner, parameter)!),
            severities,
            target.Rule is null || rule is not null);
    }

    public bool Is(Setting other) =>
        IsOn == other.IsOn && Values.All(value => value.Value.Equals(other.Values[value.Key])) && Severities.All(severity => other.Severities[severity.Key] == severity.Value);
}
