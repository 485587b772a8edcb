using NotifyReceiver.Sites.Units;

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

    /// <summary>By Petrosoft's id, else by its description.</summary>
    public Product? ProductNamed(string name) =>
        Products.FirstOrDefault(product => product.Id == name)
        ?? Products.FirstOrDefault(product => product.IsDescribedAs(name));

    /// <summary>The tanks that hold the product of this id or description, or another name of the same code.</summary>
    public IReadOnlyList<Tank> TanksOf(string productName) =>
        ProductNamed(productName) is { } product ? [.. Tanks.Where(tank => CodeHeldBy(tank) == product.Code)] : [];

    /// <summary>ATIONET's code of what the tank holds; null when that is not told.</summary>
    public string? CodeHeldBy(Tank tank) => tank.Product is null ? null : ProductNamed(tank.Product)?.Code;
}
