using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DxRules.Admin.Hosting;

/// <summary>
/// A site that others reach is reached by HTTPS alone: the site ends it itself, with a certificate, or a known reverse proxy does and says so by
/// <c>X-Forwarded-Proto</c>. What comes to it in another way gets nothing.
/// </summary>
internal static class HttpsOnly
{
    /// <summary>Why a site cannot be served to others in this way, or null where it can.</summary>
    public static LocalizedText? Refuse(SiteOptions options)
    {
        if (options.Demo)
            return new("--demo はこの端末でだけ使えます。--public-url と一緒には指定できません。", "--demo is for this machine only and does not go with --public-url.");
        if (!Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var address) || address is not { Scheme: "https", PathAndQuery: "/", UserInfo: "" })
        {
            return new(
                $"--public-url の「{options.PublicUrl}」は、https:// とホスト名だけにしてください。例: https://dx.city.example.lg.jp",
                $"--public-url: '{options.PublicUrl}' has to be https:// and a host name alone, such as https://dx.city.example.org.");
        }
        return options.Urls.Count == 0
            ? new("--urls にURLを一つ以上指定してください。例: http://localhost:5080", "--urls needs one address or more, such as http://localhost:5080.")
            : options.Urls.Select(url => Refuse(url, options)).FirstOrDefault(refusal => refusal is not null);
    }

    private static LocalizedText? Refuse(string url, SiteOptions options)
    {
        if (LoopbackOnly.Parse(url) is not { Port: >= 0 and <= 65535, PathBase: "" } address)
            return new($"--urls の「{url}」はURLではありません。例: http://localhost:5080", $"--urls: '{url}' is not a URL, such as http://localhost:5080.");
        return (address.Scheme, options.Certificate) switch
        {
            ("https", null) => new(
                $"--urls の「{url}」で待ち受けるには、--certificate と --certificate-key に証明書と秘密鍵（PEM）を指定してください。",
                $"--urls: '{url}' needs a certificate and its key (PEM): --certificate and --certificate-key."),
            ("http", _) when options.Proxies.Count == 0 && !LoopbackOnly.IsThisMachine(address.Host) => new(
                $"--urls の「{url}」は暗号化されずに外から届きます。https:// にして証明書を指定するか、前に置くプロキシのIPアドレスを --proxy に指定してください。",
                $"--urls: '{url}' can be reached unencrypted. Use https:// with a certificate, or name the IP address of the proxy before it with --proxy."),
            _ => null,
        };
    }

    public static void AddHttpsOnly(this IServiceCollection services, SiteOptions options)
    {
        services.Configure<HostFilteringOptions>(filter =>
        {
            filter.AllowedHosts = [new Uri(options.PublicUrl!).Host];
            filter.AllowEmptyHosts = false;
            filter.IncludeFailureMessage = false;
        });
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // A proxy on this machine is known by itself.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = 1;
            foreach (var proxy in options.Proxies)
                forwarded.KnownProxies.Add(proxy);
        });
    }

    public static void UseHttpsOnly(this WebApplication site, SiteOptions options)
    {
        site.Use((context, next) => context.Request.IsHttps || IsProxy(context.Connection.RemoteIpAddress, options) ? next(context) : Refuse(context));
        site.UseForwardedHeaders();

        // A proxy that does not say how people reach it would let unencrypted requests through.
        site.Use((context, next) => context.Request.IsHttps ? next(context) : Refuse(context));
    }

    /// <summary>Gives Kestrel the site's own certificate.</summary>
    public static void UseCertificate(this KestrelServerOptions kestrel, SiteOptions options)
    {
        if (options.Certificate is not { } files)
            return;
        using var read = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);

        // Windows cannot serve with a key that was only read into memory.
        var certificate = X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
        kestrel.ConfigureHttpsDefaults(https => (https.ServerCertificate, https.SslProtocols) = (certificate, SslProtocols.Tls12 | SslProtocols.Tls13));
    }

    private static bool IsProxy(IPAddress? remote, SiteOptions options) =>
        remote is not null && (IPAddress.IsLoopback(remote) || options.Proxies.Contains(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote));

    private static Task Refuse(HttpContext context) => Refusals.Send(context, "https", new(
        "HTTPSでだけ使えます。プロキシは --proxy で知らせ、X-Forwarded-Proto: https を送らせてください。",
        "HTTPS only. A proxy has to be known (--proxy) and to send X-Forwarded-Proto: https."));
}
