namespace NotifyReceiver.Settings.Reloading;

/// <summary>Looks again at a place, and reads it only where a look from outside cannot rule out that it has changed.</summary>
internal sealed class TextWatch(Texts first, TimeProvider clock)
{
    private Texts _texts = first;
    private TextStamps? _settled;

    /// <summary>What stands there now; null when that is what stood there at the last look.</summary>
    public Texts? Changed()
    {
        var stamps = _texts.Place.Stamps();
        if (_settled?.IsSameAs(stamps) == true)
        {
            return null;
        }
        var texts = _texts.Place.Read();
        _settled = texts.IsWhole && stamps.IsSettledAt(clock.GetUtcNow()) ? stamps : null;
        if (texts.IsSameAs(_texts))
        {
            return null;
        }
        _texts = texts;
        return texts;
    }
}
