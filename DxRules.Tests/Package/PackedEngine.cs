using System.IO.Compression;
using System.Xml.Linq;

namespace DxRules.Tests.Package;

/// <summary>The engine packed as it is released, beside a console project outside of the solution that knows nothing but the package.</summary>
public sealed class PackedEngine : IDisposable
{
    // A version of its own: NuGet keeps what it has once seen of a version.
    private readonly string version = $"0.0.1-test.{Guid.NewGuid():N}";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dxrules-package-");

    public PackedEngine()
    {
        var (exitCode, output) = DotnetCommand.Run("pack", "DxRules.Engine", "-o", folder.FullName, $"-p:PackageVersion={version}", "-nodeReuse:false", "-v", "q");
        exitCode.ShouldBe(0, output);
    }

    public string Folder => folder.FullName;

    public ZipArchive Open() => ZipFile.OpenRead(Path.Combine(Folder, $"DxRules.Engine.{version}.nupkg"));

    public XElement Manifest()
    {
        using var package = Open();
        using var text = package.GetEntry("DxRules.Engine.nuspec")!.Open();
        return XElement.Load(text);
    }

    /// <summary>Runs a program that refers to the package alone.</summary>
    /// <param name="sdk">Microsoft.NET.Sdk for a console, Microsoft.NET.Sdk.Web for a site.</param>
    public (int ExitCode, string Output) RunProgram(string program, string sdk = "Microsoft.NET.Sdk", params (string Name, string Content)[] files)
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
                <PackageReference Include="DxRules.Engine" Version="[{version}]" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project.FullName, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="local" value="{Folder}" /></packageSources></configuration>
            """);
        File.WriteAllText(Path.Combine(project.FullName, "Program.cs"), program);
        foreach (var (name, content) in files)
            File.WriteAllText(Path.Combine(project.FullName, name), content);
        return DotnetCommand.RunIn(project.FullName, "run");
    }

    public void Dispose() => folder.Delete(recursive: true);

    // What the engine depends on is there already: it was built.
    private static string Fallback() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
