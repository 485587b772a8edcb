namespace NotifyReceiver.Storage;

internal static class StorageServices
{
    /// <exception cref="StorageException">The data directory or the database cannot be used.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        // Opened here, not when first asked for: a service that cannot store must not start.
        var database = Database.Create(options);
        return services.AddSingleton(_ => database);
    }
}
