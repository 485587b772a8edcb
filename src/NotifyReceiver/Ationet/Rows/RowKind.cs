namespace NotifyReceiver.Ationet.Rows;

/// <summary>What a row reports. The value is ATIONET's action code (FMS specification, section 2).</summary>
internal enum RowKind
{
    Delivery = 701,
    Inventory = 702,
}
