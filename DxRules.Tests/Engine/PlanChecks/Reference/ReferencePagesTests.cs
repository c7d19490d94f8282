using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks.Reference;

public sealed class ReferencePagesTests
{
    [Theory]
    [InlineData(Language.Japanese, "ja")]
    [InlineData(Language.English, "en")]
    public void Every_page_is_kept_in_the_repository(Language language, string folder)
    {
        foreach (var (name, content) in ReferencePages.In(language))
            File.ReadAllText(Repository.File("DxRules.Engine", "docs", folder, name)).ShouldBe(content, name);
    }
}
