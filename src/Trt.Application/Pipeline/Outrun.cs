using Trt.Application.Ports;

namespace Trt.Application.Pipeline;

/// <summary>Whoever is outrun by others decides again on what they left, so that no customer ever sees a conflict.</summary>
internal static class Outrun
{
    /// <summary>Each try fails only when somebody else has got further; more in a row are a fault of ours.</summary>
    private const int TriesMax = 4;

    /// <param name="work">Decides and saves as a whole; what it has committed is never done again.</param>
    public static async Task<T> TryAgain<T>(ITrtDb db, Func<Task<T>> work)
    {
        var commits = db.Commits;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (tries < TriesMax && db.Commits == commits && db.IsOutrun(exception))
            {
                Telemetry.Outrun.Add(1);
                db.Forget();
            }
        }
    }
}
