using Microsoft.Extensions.Hosting;

namespace DxRules.Hosting;

/// <summary>The folder from which relative paths of the settings count: the host's content root; where there is no host, the working directory at that time.</summary>
internal sealed class ContentRoot(IHostEnvironment? host)
{
    private readonly string folder = host?.ContentRootPath ?? Directory.GetCurrentDirectory();

    public string PathOf(string path) => Path.GetFullPath(path, folder);
}
