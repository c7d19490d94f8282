using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>
/// What axe-core finds on a page: WCAG 2.0, 2.1 and 2.2 at levels A and AA, and its best practices. The test hands axe to the browser from outside,
/// so the page keeps its policy of no script.
/// </summary>
internal static class AxeRun
{
    public static readonly IReadOnlyList<string> Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

    private static readonly string Script = $"() => {{ {new BundledAxeScriptProvider().GetScript()} }}";

    // axe leaves target-size out unless it is asked for by name.
    private static readonly string Run = $$"""
        async () => {
          const result = await axe.run(document, {
            runOnly: {{JsonSerializer.Serialize(Tags)}},
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'],
            selectors: false
          });
          return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.help}): ${node.html}`));
        }
        """;

    /// <returns>One line for each element that breaks a rule.</returns>
    public static async Task<IReadOnlyList<string>> On(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
