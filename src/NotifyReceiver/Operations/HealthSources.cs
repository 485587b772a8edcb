using NotifyReceiver.Certificates.Status;
using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Documents.Profiles.Loading;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Retention;
using NotifyReceiver.Sites.Loading;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Operations;

/// <summary>All who are asked how they are.</summary>
internal sealed record HealthSources(
    StorageHealth Storage,
    AllDestinations Destinations,
    DocumentsApi Petrosoft,
    CatchUpStore CatchUp,
    RetentionState Retention,
    CurrentSites Sites,
    CurrentProfiles Profiles,
    StatusReading Certificates
);
