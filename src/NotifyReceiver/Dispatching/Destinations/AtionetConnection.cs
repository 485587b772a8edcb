using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Dispatching.Destinations;

/// <summary>The clients of one destination.</summary>
/// <param name="Downloads">Null where nothing can be looked up.</param>
internal sealed record AtionetConnection(IAtionet Host, DownloadClient? Downloads);
