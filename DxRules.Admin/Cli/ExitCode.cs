namespace DxRules.Admin.Cli;

/// <summary>What a verb tells the program that called it.</summary>
internal static class ExitCode
{
    /// <summary>It ran, and nothing reached what was asked to fail on.</summary>
    public const int Ok = 0;

    /// <summary>It ran and found something: an alert, a fault, a failing example.</summary>
    public const int Findings = 1;

    /// <summary>It could not run, or not on everything: a bad rule, plan, profile or argument.</summary>
    public const int CouldNotRun = 2;
}
