using NotifyReceiver.Ationet;

namespace NotifyReceiver.Dispatching.Destinations;

/// <summary>Reads ATIONET's settings anew from where they came from; null while there is a mistake in them.</summary>
internal delegate AtionetOptions? RereadSettings();
