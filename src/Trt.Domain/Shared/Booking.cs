namespace Trt.Domain.Shared;

/// <summary>The why of a movement.</summary>
public sealed record Booking(string Reference, string Actor, string Reason, DateTimeOffset At)
{
    public const string Customer = "customer";
    public const string System = "system";

    public const int ReferenceLengthMax = 200;
    public const int ActorLengthMax = 100;
    public const int ReasonLengthMax = 500;

    public static Booking For(GenerationId generation, string actor, string reason, DateTimeOffset at) =>
        new(generation.ToString(), actor, reason, at);
}
