namespace NotifyReceiver.Notifications.Shapes.Amazon;

/// <summary>What an event of Amazon S3 tells about an object.</summary>
internal enum ObjectFate
{
    /// <summary>The event is none that is known here.</summary>
    Unknown,

    /// <summary>It is there, new or with new content.</summary>
    Created,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Its content is as before: tags, permissions, where it is stored.</summary>
    Unchanged,
}
