using System.Globalization;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>What an address asks for.</summary>
/// <param name="Number">Of what; 0 where there is but one.</param>
/// <param name="Name">Of renewal information: the certificate's.</param>
internal sealed record Route(AcmeCall Call, int Number = 0, string Name = "")
{
    public static Route? Of(string path) =>
        path.Split('/') switch
        {
            ["", "directory"] => new(AcmeCall.Directory),
            ["", "nonce"] => new(AcmeCall.NewNonce),
            ["", "account"] => new(AcmeCall.NewAccount),
            ["", "account", var number] => Numbered(AcmeCall.Account, number),
            ["", "key-change"] => new(AcmeCall.KeyChange),
            ["", "order"] => new(AcmeCall.NewOrder),
            ["", "order", var number] => Numbered(AcmeCall.Order, number),
            ["", "finalize", var number] => Numbered(AcmeCall.FinalizeOrder, number),
            ["", "authorization", var number] => Numbered(AcmeCall.Authorization, number),
            ["", "challenge", var number] => Numbered(AcmeCall.Challenge, number),
            ["", "certificate", var number] => Numbered(AcmeCall.Certificate, number),
            ["", "alternate", var number] => Numbered(AcmeCall.Alternate, number),
            ["", "revoke"] => new(AcmeCall.Revoke),
            ["", "renewal", var name] => new(AcmeCall.RenewalInfo, Name: name),
            _ => null,
        };

    private static Route? Numbered(AcmeCall call, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? new Route(call, which)
            : null;
}
