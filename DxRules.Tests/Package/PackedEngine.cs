using System.IO.Compression;
using System.Xml.Linq;

namespace DxRules.Tests.Package;

/// <summary>Tests of the packages share one packing of them.</summary>
[CollectionDefinition(nameof(PackedPackages))]
public sealed class PackedPackages : ICollectionFixture<PackedEngine>;

/// <summary>Both packages as they are released, beside projects outside of the solution that know nothing but them.</summary>
public sealed class PackedEngine : IDisposable
{
    // A version of its own: NuGet keeps what it has once seen of a version.
    private readonly string version = $"0.0.1-test.{Guid.NewGuid():N}";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dxrules-package-");

    public PackedEngine()
    {
        foreach (var project in (string[])["DxRules.Engine", "DxRules.Engine/Hosting"])
        {
            var (exitCode, output) = DotnetCommand.Run("pack", project, "-o", folder.FullName, $"-p:PackageVersion={version}", "-nodeReuse:false", "-v", "q");
            exitCode.ShouldBe(0, output);
        }
    }

    public string Folder => folder.FullName;

    public string Version => version;

    public ZipArchive Open(string package = "DxRules.Engine", string kind = "nupkg") => ZipFile.OpenRead(Path.Combine(Folder, $"{package}.{version}.{kind}"));

    public XElement Manifest(string package = "DxRules.Engine")
    {
        using var archive = Open(package);
        using var text = archive.GetEntry($"{package}.nuspec")!.Open();
        return XElement.Load(text);
    }

    /// <summary>Writes a project that refers to one package alone.</summary>
    /// <param name="sdk">Microsoft.NET.Sdk for a console, Microsoft.NET.Sdk.Web for a site.</param>
    /// <returns>Its folder.</returns>
    public string WriteProject(string program, string package = "DxRules.Engine", string sdk = "Microsoft.NET.Sdk", params (string Name, string Content)[] files)
    {
        var project = Directory.CreateDirectory(Path.Combine(Folder, "consumer-" + sdk));
        File.WriteAllText(Path.Combine(project.FullName, "Consumer.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestorePackagesPath>packages</RestorePackagesPath>
                <RestoreFallbackFolders>{Fallback()}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="[{version}]" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project.FullName, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="local" value="{Folder}" /></packageSources></configuration>
            """);
        File.WriteAllText(Path.Combine(project.FullName, "Program.cs"), program);
        foreach (var (name, content) in files)
        {
            var path = Path.Combine(project.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }
        return project.FullName;
    }

    public void Dispose() => folder.Delete(recursive: true);

    // What the packages depend on is there already: they were built.
    private static string Fallback() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
