using DxRules.Admin.Api.Operations;

namespace DxRules.Admin.Api;

/// <summary>All that can be asked for, in the order of the document.</summary>
internal static class ApiOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } = [.. PlanOperations.All, .. CycleOperations.All, .. AlertOperations.All, .. ReportOperations.All, .. CheckOperations.All];
}
