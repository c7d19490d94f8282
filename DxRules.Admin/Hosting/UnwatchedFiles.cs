using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace DxRules.Admin.Hosting;

/// <summary>
/// The files beside the program, which change only with the program. Nobody watches them: a machine grants few watchers, and a site that gets none
/// could not even start.
/// </summary>
internal sealed class UnwatchedFiles(IFileProvider files) : IFileProvider
{
    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
