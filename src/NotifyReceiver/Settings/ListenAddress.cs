using System.Globalization;
using System.Net;

namespace NotifyReceiver.Settings;

/// <summary>An address to listen on, as written in a setting: <c>https://0.0.0.0:8443</c>. Port 0 lets the system choose.</summary>
internal sealed record ListenAddress(string Scheme, IPAddress Address, int Port)
{
    public bool IsLoopback => IPAddress.IsLoopback(Address);

    public override string ToString()
    {
        var host =
            Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
                ? $"[{Address}]"
                : Address.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{host}:{Port}");
    }

    /// <summary>Reads the addresses of a setting, separated by ';', each of the one scheme that is allowed there.</summary>
    public static IReadOnlyList<ListenAddress> ReadAll(
        SettingsReader settings,
        string key,
        string otherwise,
        string scheme
    )
    {
        var texts = settings.List(key);
        var addresses = new List<ListenAddress>();
        foreach (var text in texts.Count == 0 ? [otherwise] : texts)
        {
            if (Parse(text, scheme) is { } address)
            {
                addresses.Add(address);
            }
            else
            {
                settings.Mistake(key, $"'{text}' is not an address to listen on; write it like {otherwise}");
            }
        }
        return addresses;
    }

    private static ListenAddress? Parse(string text, string scheme)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != scheme || uri.PathAndQuery != "/")
        {
            return null;
        }
        var host = uri.Host.Trim('[', ']');
        if (host == "localhost")
        {
            return new ListenAddress(scheme, IPAddress.Loopback, uri.Port);
        }
        return IPAddress.TryParse(host, out var address) ? new ListenAddress(scheme, address, uri.Port) : null;
    }
}
