using Trt.Application.Ports;
using Trt.Domain.Broadcasts;

namespace Trt.Application.BackOffice.Broadcasts;

/// <summary>A broadcast as its operators see it.</summary>
/// <param name="Reach">How many people it would go to now; for what has started, what is written down.</param>
/// <param name="Problem">Why the last change was not taken.</param>
public sealed record BroadcastView(Broadcast Broadcast, BroadcastCounts Counts, int Reach, BroadcastProblem? Problem = null);
