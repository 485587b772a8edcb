namespace NotifyReceiver.Sites;

/// <summary>One station: how Petrosoft names it and what stands in it, and how ATIONET names the same.</summary>
/// <param name="Location">Petrosoft's location id.</param>
/// <param name="TerminalCode">ATIONET's code of the terminal, 1 to 50 characters, beginning with the network's three.</param>
/// <param name="TimeZone">The zone whose wall clock the station's inserts carry.</param>
internal sealed record Site(
    string Location,
    string? Name,
    string TerminalCode,
    TimeZoneInfo TimeZone,
    SiteUnits Units,
    IReadOnlyList<Tank> Tanks,
    IReadOnlyList<Product> Products
)
{
    public Tank? TankById(string id) => Tanks.FirstOrDefault(tank => tank.Id == id);

    public Product? ProductById(string id) => Products.FirstOrDefault(product => product.Id == id);

    /// <summary>The tanks that hold the product which Petrosoft calls by this id, or by another id of the same code.</summary>
    public IReadOnlyList<Tank> TanksOf(string productId)
    {
        var code = ProductById(productId)?.Code;
        return [.. Tanks.Where(tank => tank.Product == productId || CodeHeldBy(tank) is { } held && held == code)];
    }

    /// <summary>ATIONET's code of what the tank holds; null when that is not told.</summary>
    public string? CodeHeldBy(Tank tank) => tank.Product is null ? null : ProductById(tank.Product)?.Code;
}
