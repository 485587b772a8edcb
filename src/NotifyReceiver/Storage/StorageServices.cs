namespace NotifyReceiver.Storage;

internal static class StorageServices
{
    /// <param name="tell">Gets what takes long, or is not as it should be, a line each.</param>
    /// <exception cref="StorageException">The data directory or the database cannot be used.</exception>
    public static IServiceCollection AddStorage(
        this IServiceCollection services,
        StorageOptions options,
        Action<string> tell
    )
    {
        // Opened here, not when first asked for: a service that cannot store must not start.
        var database = Database.Create(options, tell);
        return services
            .AddSingleton(_ => database)
            .AddSingleton(options)
            .AddSingleton<DiskRoom>()
            .AddSingleton<StorageHealth>();
    }
}
