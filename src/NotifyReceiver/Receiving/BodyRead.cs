namespace NotifyReceiver.Receiving;

/// <summary>How the reading of a body ended.</summary>
internal enum BodyRead
{
    Whole,
    Empty,
    TooLarge,

    /// <summary>Too much is under way already.</summary>
    NoRoom,
}
