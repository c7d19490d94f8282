using System.Net;
using System.Net.Sockets;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DxRules.Tests.Admin.Hosting;

namespace DxRules.Tests.Architecture;

/// <summary>What the product cannot do, because nothing in it names the means.</summary>
public sealed class OwnMachineTests
{
    private static readonly string[] Means =
    [
        "System.Net.Http.", "System.Net.Sockets.", "System.Net.WebClient", "System.Net.WebRequest", "System.Net.Dns", "System.Net.Mail.", "System.Net.WebSockets.Client", "System.Diagnostics.Process",
        "System.Runtime.Serialization.Formatters.", "System.Runtime.Loader.AssemblyLoadContext",
    ];

    [Theory]
    [InlineData("DxRules.Admin.dll")]
    [InlineData("DxRules.Engine.dll")]
    public void It_asks_nothing_of_another_machine_and_starts_no_other_program(string assembly) =>
        TypesNamedBy(assembly).Where(type => Means.Any(means => type.StartsWith(means, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void A_type_that_is_named_is_seen() => TypesNamedBy("DxRules.Tests.dll").ShouldContain("System.Net.Http.HttpClient");

    [Fact]
    public void A_connection_to_another_machine_is_heard()
    {
        using var asked = new AskedOfOthers();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };

        // An address for documentation (RFC 5737), which nobody has.
        try
        {
            socket.Connect(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 9));
        }
        catch (SocketException)
        {
        }

        asked.Of.ShouldContain("192.0.2.1");
    }

    private static List<string> TypesNamedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly)));
        var names = file.GetMetadataReader();
        return [.. names.TypeReferences.Select(names.GetTypeReference).Select(type => $"{names.GetString(type.Namespace)}.{names.GetString(type.Name)}")];
    }
}
