namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>A test that needs a <see cref="Disk"/>. Where none can be made it counts as skipped and says why; it never passes untested.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactOnADiskAttribute : FactAttribute
{
    public FactOnADiskAttribute()
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/dev/loop-control"))
        {
            Skip = "No disk can be made here: that takes root and loop devices (/dev/loop-control).";
        }
    }
}
