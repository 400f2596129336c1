using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

internal static class Return
{
    /// <summary>
    /// What could not be brought waits for the customer. Whoever cannot be reached has left, said in the same save: their next word is a
    /// return, even if they came back while we were still finding out.
    /// </summary>
    public static Task KeepForReturn(this ITrtDb db, GenerationId id, CancellationToken token) => db.Decide(id, async found =>
    {
        found.KeepForReturn();
        (await db.LockUser(found.UserId, token))?.Leave();
    }, token);
}
