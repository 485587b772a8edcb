namespace NotifyReceiver.Ationet;

/// <summary>Where requests go: the host, or nowhere in a dry run.</summary>
internal interface IAtionet
{
    /// <summary>Method and address, as people are shown them; null when nothing leaves this machine.</summary>
    string? Address { get; }

    /// <summary>Sends one body and tells what became of it; does not throw for anything that a network or a host may do.</summary>
    Task<Attempt> SendAsync(string body);
}
