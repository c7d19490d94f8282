using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DxRules.Admin.Hosting;
using Microsoft.AspNetCore.Builder;

namespace DxRules.Tests.Admin.Hosting;

/// <summary>A site that is served to others under https://dx.city.example, on ports of this machine.</summary>
internal sealed class HttpsSite : IAsyncDisposable
{
    public const string Host = "dx.city.example";
    public const string PublicUrl = $"https://{Host}";

    private readonly TemporaryFolder folder = new();
    private WebApplication site = null!;

    public IReadOnlyList<Uri> Addresses => [.. site.Urls.Select(url => new Uri(url))];

    public string? Invitation { get; private set; }

    /// <summary>The file of its database.</summary>
    public string DatabaseFile => Path.Combine(folder.Path, "data", "dxrules.db");

    /// <summary>The certificate and its key as files, made anew.</summary>
    public static (string Certificate, string Key) Certificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (file, keyFile) = (Path.Combine(folder, "site.crt"), Path.Combine(folder, "site.key"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (file, keyFile);
    }

    public static async Task<HttpsSite> Start(bool certificate, params string[] urls)
    {
        var running = new HttpsSite();
        var options = new SiteOptions(Path.Combine(running.folder.Path, "data"), urls, false)
        {
            PublicUrl = PublicUrl, Certificate = certificate ? Certificate(running.folder.Path) : null,
        };
        running.site = Site.Build(options, new StoppedClock(), FabricatedCheck.Nothing);
        running.Invitation = await Site.Prepare(running.site, default);
        await running.site.StartAsync();
        return running;
    }

    /// <summary>Asks the site for a page, with what a proxy would say.</summary>
    public async Task<HttpResponseMessage> Ask(string path, string? proto, string host = Host, string? forwardedFor = null, Uri? address = null)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address ?? Addresses[0], path));
        request.Headers.Host = host;
        if (proto is not null)
            request.Headers.Add("X-Forwarded-Proto", proto);
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await client.SendAsync(request);
    }

    /// <summary>A browser that takes the certificate of the test and finds the host on this machine.</summary>
    public HttpClient Client(CookieContainer? cookies = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() };
        handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == $"CN={Host}" };
        handler.ConnectCallback = async (context, cancel) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            await socket.ConnectAsync(context.DnsEndPoint.Host == Host ? "127.0.0.1" : context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancel);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        };
        return new HttpClient(handler);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }
}
