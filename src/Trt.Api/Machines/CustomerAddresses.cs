using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Trt.Application.BackOffice.People;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Machines;

internal static class CustomerAddresses
{
    public static void MapCustomers(this RouteGroupBuilder door) => door.MapGet("/customers/{id}", Show).Produces<CustomerAnswer>()
        .Needs(TokenScope.CustomersRead, "One customer, by the Telegram id: money, orders, latest movements.");

    private static async Task<IResult> Show(HttpContext http, string id)
    {
        var caller = new Caller(http);
        return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await caller.Ask(new ShowUser(caller.By, new UserId(number))) is { } found
                ? Results.Json(CustomerAnswer.Of(found))
                : Problems.Missing(
                    $"No customer has the id \"{PlainText.Of(id, 40, '·')}\": it is the number that Telegram knows them by.");
    }
}

internal sealed record CustomerAnswer(
    long Id, string Name, string? Username, bool IsBlocked, bool HasLeft, DateTimeOffset Since, long AvailableKopecks, long ReservedKopecks,
    int FreeLeft, int Orders, int Payments, long PaidInKopecks, IReadOnlyList<EntryAnswer> Latest)
{
    public static CustomerAnswer Of(UserProfile found) => new(
        found.User.Id.Value, found.User.Name, found.User.Username, found.User.IsBlocked, found.User.HasLeft, found.User.CreatedAt,
        found.Available.Kopecks, found.Reserved.Kopecks, found.FreeLeft, found.Generations, found.Payments, found.PaidIn.Kopecks,
        [.. found.Latest.Select(entry => new EntryAnswer(
            entry.At, $"{entry.Kind}", entry.AvailableDelta, entry.ReservedDelta, entry.Actor, entry.Reason))]);
}
