namespace NotifyReceiver.Simulators.Ationet;

public enum InsertKind
{
    Delivery,
    Inventory,
}
