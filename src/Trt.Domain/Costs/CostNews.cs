using System.Text.Json.Serialization;
using Trt.Domain.Shared;

namespace Trt.Domain.Costs;

/// <summary>What one look at the provider's list has brought to light about one model.</summary>
public sealed record CostNews(
    ModelId Model, [property: JsonConverter(typeof(JsonStringEnumConverter<CostEvent>))] CostEvent Event, string Detail)
{
    /// <summary>A change that is taken needs nobody.</summary>
    public bool NeedsAPerson => Event is not (CostEvent.Taken or CostEvent.Returned);

    public override string ToString() => $"{Model}: {Event switch
    {
        CostEvent.Taken => "",
        CostEvent.Asked => "not on sale, moved too far: ",
        CostEvent.Parked => "not understood, the last price counts: ",
        CostEvent.Unpriced => "no price is shown any more, the last one counts",
        CostEvent.Contradicted => "the fall waits for you, the last price counts: ",
        CostEvent.OpinionDiffers => "nothing is changed, the public price page says otherwise: ",
        CostEvent.HandDiffers => "your own word counts, the provider says otherwise: ",
        CostEvent.Vanished => "not on sale, the provider lists it no more",
        CostEvent.Returned => "is listed again",
        CostEvent.BelowCost => "your own selling price is below cost: ",
    }}{Detail}";
}

public enum CostEvent
{
    /// <summary>A new price counts from now on.</summary>
    Taken,

    /// <summary>It moved too far; sale stops until a person says yes.</summary>
    Asked,

    /// <summary>The text was not understood.</summary>
    Parked,

    /// <summary>Still listed, without a price.</summary>
    Unpriced,

    /// <summary>A fall that the public price page contradicts; it waits for a person.</summary>
    Contradicted,

    /// <summary>The public price page says otherwise.</summary>
    OpinionDiffers,

    HandDiffers,
    Vanished,
    Returned,
    BelowCost,
}
