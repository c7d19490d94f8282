using System.Security.Cryptography;
using System.Text;
using DxRules.Engine.Alerts;

namespace DxRules.Admin.Cycles;

/// <summary>What a check found that is not secret.</summary>
internal static class OpenFindings
{
    /// <summary>The same for two checks that differ in nothing but what lies under security.</summary>
    public static string Hash(CheckReport report) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReportJson.Write(report with { Plans = [.. report.Plans.Select(Open)] }))));

    // What is counted or told of the plan as a whole changes with its secret part, too.
    private static PlanReport Open(PlanReport plan) => plan with
    {
        Hash = "",
        LaterFactsIgnored = 0,
        Subjects = new Dictionary<string, IReadOnlyList<string>>(),
        Alerts = [.. plan.Alerts.Where(alert => !alert.Secret)],
        Undetermined = [.. plan.Undetermined.Where(result => !result.Secret)],
        NotApplicable = [],
        Faults = [],
        Counts = new ReportCounts(0, 0, 0, 0, 0, 0, 0, 0),
    };
}
