using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks;

public sealed class DataDictionaryTests
{
    [Theory]
    [InlineData(Language.Japanese, "DxRules.Engine/docs/ja/data-dictionary.md")]
    [InlineData(Language.English, "DxRules.Engine/docs/en/data-dictionary.md")]
    public void The_documented_dictionary_is_that_of_the_schema(Language language, string path) =>
        Golden.ShouldMatchFile(DataDictionary.Write(PlanSchema.Instance, language), Repository.File(path));
}
