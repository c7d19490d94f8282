using DxRules.Admin.Data;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>What was kept with a run to judge again as it did.</summary>
/// <param name="Files">Rules, shared parameters, scales and topics.</param>
/// <param name="Profile">The text of the city's profile; null where the rules were used as they are.</param>
internal sealed record RunFiles(IReadOnlyList<SourceText> Files, string? Profile)
{
    public static async Task<RunFiles> Read(AdminDb db, int run, CancellationToken cancel)
    {
        var rules = await db.RunRules.AsNoTracking().Where(row => row.RunId == run).Select(row => new { row.Rule!.Path, row.Rule.Text }).ToListAsync(cancel);
        var settings = await db.RunSettings.AsNoTracking().Where(row => row.RunId == run).Select(row => new { row.Setting!.Path, row.Setting.Text }).ToListAsync(cancel);
        var files = rules.Concat(settings).ToList();
        return new RunFiles(
            [.. files.Where(file => file.Path != EngineCheck.ProfilePath).Select(file => new SourceText(file.Path, file.Text))],
            files.Find(file => file.Path == EngineCheck.ProfilePath)?.Text);
    }
}
