namespace NotifyReceiver.Simulators.Ationet.Shapes;

internal enum Presence
{
    /// <summary>There, and not null.</summary>
    Required,

    /// <summary>There; null when unset.</summary>
    Nullable,

    /// <summary>Left out or null when unset.</summary>
    Optional,

    /// <summary>Left out when unset, never null.</summary>
    WhenSet,
}
