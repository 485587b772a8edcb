using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Receiving;

namespace NotifyReceiver.Cli.Tls;

/// <summary><c>tls report</c>: protocols, cipher suites and certificate, as the webhook's door really offers them.</summary>
internal static class ReportCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "report",
            "Asks the webhook's own door what it offers, one protocol and one cipher suite at a time. Without a running service, a door is opened for the asking."
        )
        {
            json,
        };
        command.SetAction((parsed, stop) => RunAsync(settings, parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, bool json, CancellationToken stop)
    {
        if (OperatingSystem.IsWindows())
        {
            return await CommandLine.FailAsync(
                "on Windows the system's own policy says what is offered, and no program can ask for one cipher suite alone; scan from another machine"
            );
        }
        var tls = Workspace.Read(settings, TlsOptions.Read);
        var address = Workspace.Read(settings, ReceivingOptions.Read).Listen[0];
        var running = new IPEndPoint(Reachable(address.Address), address.Port);
        var isRunning = await IsOpenAsync(running, stop);
        await using var own = isRunning ? null : await OwnDoor.OpenAsync(settings, tls, stop);
        var door = own?.Address ?? running;
        var probe = new Probe(cancel => ConnectAsync(door, cancel));
        var report = new Report(
            isRunning ? $"{running}, the running service" : "none listens; asked at a door that was opened for this",
            tls.Policy.Name,
            await probe.OffersAsync(stop),
            await probe.CertificateAsync(stop),
            tls.HstsDays,
            tls.ClientCertificates.Name
        );
        if (json)
        {
            Output.WriteJson(report);
        }
        else
        {
            Write(report);
        }
        return ExitCode.Done;
    }

    private static void Write(Report report)
    {
        Console.Out.WriteLine($"address   {report.Address}");
        Console.Out.WriteLine($"policy    {report.Policy} (Tls:Policy)");
        foreach (var offer in report.Offers)
        {
            Console.Out.WriteLine($"{offer.Protocol}   {(offer.IsOffered ? "offered" : "not offered")}");
            foreach (var suite in offer.Suites)
            {
                Console.Out.WriteLine($"          {suite}");
            }
        }
        Console.Out.WriteLine(
            report.Certificate is { } shown
                ? $"shown     {string.Join(", ", shown.Names)}, until {Output.Time(shown.NotAfter)}, {shown.Chain} certificates, SHA-256 {shown.Sha256}"
                : "shown     nothing: no handshake succeeded (client certificates may be required)"
        );
        Console.Out.WriteLine($"HSTS      {(report.HstsDays == 0 ? "off" : $"{report.HstsDays} days")} (Tls:HstsDays)");
        Console.Out.WriteLine($"clients   {report.ClientCertificates} (Tls:ClientCertificates)");
    }

    private static IPAddress Reachable(IPAddress address)
    {
        if (address.Equals(IPAddress.Any))
        {
            return IPAddress.Loopback;
        }
        return address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : address;
    }

    private static async Task<bool> IsOpenAsync(IPEndPoint door, CancellationToken stop)
    {
        try
        {
            await using var stream = await ConnectAsync(door, stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<Stream> ConnectAsync(IPEndPoint door, CancellationToken stop)
    {
        var socket = new Socket(door.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(door, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed record Report(
        string Address,
        string Policy,
        IReadOnlyList<Offer> Offers,
        ShownCertificate? Certificate,
        int HstsDays,
        string ClientCertificates
    );
}
