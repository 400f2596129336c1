using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;

namespace Trt.Infrastructure.Kie;

/// <summary>Songs and the tools for songs. The card's endpoint says which; a card without one makes a song.</summary>
internal sealed class SunoFamily(IKieApi api) : IKieFamily
{
    // These endpoints refuse an order without an address. Where we cannot be reached, a name that leads nowhere stands in.
    private static readonly Uri Nowhere = new("https://callback.invalid/");

    public ProviderFamily Family => ProviderFamily.Suno;

    public OrderDraft Draft(ProviderOrder order) => Doors.OfSongs.ContainsKey(NameOf(order.Card))
        ? OrderBody.Flat(order with { Callback = order.Callback ?? Nowhere })
        : new OrderDraft(default, Unknown(order.Card));

    public Task<KieAnswer> Create(ModelCard card, OrderDraft draft, CancellationToken token) =>
        Doors.OfSongs[NameOf(card)].Order(api, draft, token);

    public async Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token) =>
        Doors.OfSongs.TryGetValue(NameOf(card), out var door)
            ? await door.Read(api, card, taskId, token)
            : new TaskReading.Unreadable(null, Unknown(card));

    /// <summary>"/api/v1/generate/extend" and "extend" are the same door.</summary>
    public static string NameOf(ModelCard card)
    {
        var path = (card.Endpoint ?? Doors.Song).Trim('/').Replace("api/v1/", "", StringComparison.Ordinal);
        return path == Doors.Song
            ? path
            : path.Replace($"{Doors.Song}/", "", StringComparison.Ordinal).Replace($"/{Doors.Song}", "", StringComparison.Ordinal);
    }

    private static string Unknown(ModelCard card) => $"{NameOf(card)}: no such endpoint";
}
