using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing;

namespace Trt.Api.Machines;

internal static class MachineServices
{
    public static IServiceCollection AddMachineDoor(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => Strictly(json.SerializerOptions));
        // What cannot be read is explained at the door and not answered with a number alone.
        services.Configure<RouteHandlerOptions>(addresses => addresses.ThrowOnBadRequest = true);
        services.AddSingleton<MachineLimits>();
        return services.AddSingleton<MachineDoor>();
    }

    /// <summary>What is not there is left out; what is missing or unknown is told to whoever sent it.</summary>
    private static void Strictly(JsonSerializerOptions json)
    {
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    }
}
