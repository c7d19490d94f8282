using System.Net;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.HostFiltering;

namespace DxRules.Admin.Hosting;

/// <summary>
/// Keeps a site without HTTPS on this machine. Three locks: the addresses it listens on, the address a request comes from, and the host name it asks
/// for (a page elsewhere can point its own name at 127.0.0.1).
/// </summary>
internal static class LoopbackOnly
{
    /// <summary>Why these addresses may not be listened on, or null where they may.</summary>
    public static LocalizedText? Refuse(IReadOnlyList<string> urls)
    {
        if (urls.Count == 0)
            return new("--urls にURLを一つ以上指定してください。例: http://localhost:5080", "--urls needs one address or more, such as http://localhost:5080.");
        return urls.Select(Refuse).FirstOrDefault(refusal => refusal is not null);
    }

    // Read as Kestrel will read it, which listens on every address of the machine for any name but these.
    private static LocalizedText? Refuse(string url)
    {
        if (Parse(url) is not { Port: >= 0 and <= 65535, PathBase: "" } address)
        {
            return new($"--urls の「{url}」はURLではありません。例: http://localhost:5080", $"--urls: '{url}' is not a URL, such as http://localhost:5080.");
        }
        return address switch
        {
            _ when !IsThisMachine(address.Host) => new(
                $"--urls の「{url}」はこの端末の外から届きます。ほかの端末に開くには、--public-url https://… と、証明書（--certificate）かプロキシ（--proxy）を指定してください。",
                $"--urls: '{url}' can be reached from other machines. To serve them, give --public-url https://… and a certificate (--certificate) or a proxy (--proxy)."),
            { Host: "localhost", Port: 0 } => new(
                $"--urls の「{url}」: ポート0は http://127.0.0.1:0 の形で指定してください。",
                $"--urls: '{url}' has to be http://127.0.0.1:0 to get a free port."),
            { Scheme: not "http" } => new($"--urls の「{url}」は http:// で始めてください。", $"--urls: '{url}' has to begin with http://."),
            _ => null,
        };
    }

    public static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    /// <summary>A URL as Kestrel reads it; null where it is none.</summary>
    public static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static void AddLoopbackOnly(this IServiceCollection services) =>
        services.Configure<HostFilteringOptions>(options =>
        {
            options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
            options.AllowEmptyHosts = false;
            options.IncludeFailureMessage = false;
        });

    /// <summary>Refuses connections from other machines, whatever a configuration file or variable made the server listen on.</summary>
    public static void UseLoopbackOnly(this WebApplication site) =>
        site.Use((context, next) => context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            ? next(context)
            : Refusals.Send(context, "loopback", new("このサイトは、動いている端末からだけ使えます。", "This site is reached from its own machine only.")));
}
