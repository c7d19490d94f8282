using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace DxRules.Tests.Admin.Hosting;

/// <summary>Hears of every connection that this process opens to another machine, and of every name that it looks up, while it lives.</summary>
internal sealed class AskedOfOthers : EventListener
{
    private static readonly HashSet<IPAddress> Own = [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(own => own.Address)];

    // Sources are told while the base class is made, before fields of this one are.
    private readonly ConcurrentQueue<string> others = new();

    public IReadOnlyCollection<string> Of => others;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution")
            EnableEvents(eventSource, EventLevel.Informational, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        var what = eventData.Payload is [string text, ..] ? text : "";
        if (eventData.EventName == "ConnectStart" && AddressOf(what) is { } address && !IPAddress.IsLoopback(address) && !Own.Contains(address))
            others?.Enqueue(address.ToString());
        if (eventData.EventName == "ResolutionStart" && what is not ("localhost" or "") && !IPAddress.TryParse(what, out _))
            others?.Enqueue(what);
    }

    // As a socket writes an address: InterNetwork:16:{port,port,a,b,c,d,…}; null where it is none of the internet.
    private static IPAddress? AddressOf(string written)
    {
        var bytes = written[(written.IndexOf('{', StringComparison.Ordinal) + 1)..].TrimEnd('}').Split(',').Select(part => byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (byte)0).ToArray();
        if (written.StartsWith(nameof(AddressFamily.InterNetworkV6), StringComparison.Ordinal) && bytes.Length >= 22)
            return new IPAddress(bytes[6..22]) is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : new IPAddress(bytes[6..22]);
        return written.StartsWith(nameof(AddressFamily.InterNetwork), StringComparison.Ordinal) && bytes.Length >= 6 ? new IPAddress(bytes[2..6]) : null;
    }
}
