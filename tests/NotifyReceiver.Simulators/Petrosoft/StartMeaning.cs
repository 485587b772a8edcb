namespace NotifyReceiver.Simulators.Petrosoft;

/// <summary>How the parameter start of a list is read.</summary>
public enum StartMeaning
{
    /// <summary>So many documents are skipped.</summary>
    Offset,

    /// <summary>The number of the page, the first being 0.</summary>
    PageFromZero,

    /// <summary>The number of the page, the first being 1; 0 is taken for it too.</summary>
    PageFromOne,
}
