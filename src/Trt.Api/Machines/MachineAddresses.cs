using Microsoft.AspNetCore.Routing;
using Trt.Domain.BackOffice;

namespace Trt.Api.Machines;

/// <summary>All that is behind the door for machines.</summary>
internal static class MachineAddresses
{
    public static void MapMachines(this RouteGroupBuilder door)
    {
        door.MapOrders();
        door.MapCustomers();
        door.MapMoney();
        door.MapSettings();
    }

    /// <summary>What every address says of itself.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder address, TokenScope scope, string summary) => address
        .WithMetadata(new NeededScope(scope))
        .WithTags(scope.Name().Split('.')[0])
        .WithSummary(summary)
        .WithDescription($"Scope: {scope.Name()}.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
