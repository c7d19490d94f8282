using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

/// <summary>The plans that come with the product.</summary>
public static class SamplePlans
{
    private static readonly string Folder = Repository.File("DxRules.Admin", "SampleData");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)!).Where(IsPlan).Order()];

    /// <summary>Beside the plans lie what a check of them should find, and the story of the demonstration.</summary>
    public static bool IsPlan(string file) =>
        !file.EndsWith(".expected.json", StringComparison.Ordinal) && !file.EndsWith(".story.json", StringComparison.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static PlanReading Read(string name) => PlanReader.Read(name, Bytes(name));
}
