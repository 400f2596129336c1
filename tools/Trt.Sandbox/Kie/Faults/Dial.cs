using System.Text.Json.Serialization;

namespace Trt.Sandbox.Kie.Faults;

/// <summary>What shall go wrong. Everything left out works.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Dial
{
    public CallFault? Create { get; init; }

    public CallFault? Read { get; init; }

    public CallFault? Upload { get; init; }

    /// <summary>The list of models, their prices and contracts.</summary>
    public CallFault? Catalogue { get; init; }

    public TaskFault? Task { get; init; }

    public CallbackFault? Callback { get; init; }

    public ResultFault? Result { get; init; }

    /// <summary>What the account started with.</summary>
    public decimal? Credits { get; init; }

    /// <summary>How long a task takes, instead of a time that suits its kind.</summary>
    public int? DurationMs { get; init; }

    /// <summary>How many results a task brings, whatever was ordered.</summary>
    public int? Outputs { get; init; }

    /// <summary>Every second result is a picture where films were ordered, and a film where pictures were.</summary>
    public bool? MixedOutputs { get; init; }

    /// <summary>How long films and sounds are, whatever was ordered.</summary>
    public int? Seconds { get; init; }

    /// <summary>How long the recordings are that are listened to.</summary>
    public int? TranscriptWords { get; init; }

    /// <summary>False = too fast a pace is counted but not refused.</summary>
    public bool? RateLimit { get; init; }

    /// <summary>What is wrong with single models, by their id.</summary>
    public IReadOnlyDictionary<string, ModelFault>? Models { get; init; }

    /// <summary>When set, callbacks are signed.</summary>
    public string? HmacKey { get; init; }
}

/// <summary>One model does not do well, until the dial says otherwise.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ModelFault
{
    /// <summary>Each of its tasks ends in failure.</summary>
    public bool Fails { get; init; }

    /// <summary>Its orders are refused for now, empty ones too.</summary>
    public bool Paused { get; init; }

    /// <summary>Nobody knows it any more.</summary>
    public bool Gone { get; init; }

    /// <summary>How long its tasks take.</summary>
    public int? DurationMs { get; init; }
}

/// <summary>A fault for the next so many occasions; without a number until it is switched off.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal abstract record Fault
{
    public int? Times { get; init; }

    /// <summary>So many occasions go well first.</summary>
    public int After { get; init; }
}

/// <summary>A call to the API goes wrong.</summary>
internal sealed record CallFault : Fault
{
    /// <summary>The code in the body of the answer.</summary>
    public int? Code { get; init; }

    public string? Msg { get; init; }

    /// <summary>The work is done, the answer comes late.</summary>
    public int? HangMs { get; init; }

    /// <summary>The connection is reset before anything was done.</summary>
    public bool DropBefore { get; init; }

    /// <summary>The work is done, the connection is reset instead of an answer.</summary>
    public bool DropAfter { get; init; }

    /// <summary>A web page with this HTTP status, as a gateway shows it.</summary>
    public int? Html { get; init; }

    /// <summary>With <see cref="Code"/> or <see cref="Html"/>: the work is done all the same.</summary>
    public bool Runs { get; init; }
}

/// <summary>The task ends in failure.</summary>
internal sealed record TaskFault : Fault
{
    [JsonPropertyName("failCode")]
    public string FailCode { get; init; } = "500";

    [JsonPropertyName("failMsg")]
    public string FailMsg { get; init; } = "Internal server error";
}

/// <summary>What happens to the callbacks of a task.</summary>
internal sealed record CallbackFault : Fault
{
    public bool Lost { get; init; }

    /// <summary>So many more of the same.</summary>
    public int Duplicate { get; init; }

    public int DelayMs { get; init; }

    /// <summary>The callback arrives before the order is answered.</summary>
    public bool BeforeAnswer { get; init; }

    /// <summary>Somebody else sends callbacks too: another outcome, another address, another task.</summary>
    public bool Forged { get; init; }

    /// <summary>"Failed" comes first, then "success".</summary>
    public bool Reordered { get; init; }
}

/// <summary>What happens when a result is fetched.</summary>
internal sealed record ResultFault : Fault
{
    public bool Expired { get; init; }

    public bool Empty { get; init; }

    /// <summary>A web page under the name of a picture.</summary>
    public bool Html { get; init; }

    /// <summary>Two gigabytes.</summary>
    public bool Huge { get; init; }

    /// <summary>One byte a second.</summary>
    public bool Slow { get; init; }

    /// <summary>Another place to fetch it from.</summary>
    public string? Redirect { get; init; }
}
