using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

/// <summary>The plans that come with the product.</summary>
public static class SamplePlans
{
    private static readonly string Folder = Repository.File("DxRules.Admin", "SampleData");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".expected.json", StringComparison.Ordinal)).Order()];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static PlanReading Read(string name) => PlanReader.Read(name, Bytes(name));
}
