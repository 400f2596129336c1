namespace Trt.Browser.Tests.Driving;

/// <summary>Who sits in front of the page.</summary>
internal sealed record Someone(long Id, string Name = "Anna", string Language = "ru")
{
    private static long _last = 5000;

    /// <summary>A person nobody has met, so that tests on one sandbox do not see each other.</summary>
    public static Someone New(string language = "ru") => new(Interlocked.Increment(ref _last), Language: language);
}
