using Mapster;
using Microsoft.EntityFrameworkCore;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Mapping;

/// <summary>
/// What of an entity a list shows: the map stands beside its view, the query reads no other column. What is decided, counted or paid is
/// never mapped; it is written where it happens.
/// </summary>
internal static class Views
{
    public static readonly TypeAdapterConfig Maps = FindMaps();

    public static IQueryable<TView> As<TView>(this IQueryable source) => source.ProjectToType<TView>(Maps);

    /// <param name="ordered">In an order in which no two rows are equal, so that nothing is shown twice or never.</param>
    public static async Task<Page<TView>> PageOf<TView>(this IQueryable<TView> ordered, int number, int size, CancellationToken token)
    {
        var page = Math.Clamp(number, 1, Page.NumberMax);
        var rows = await ordered.Skip((page - 1) * size).Take(size + 1).ToListAsync(token);
        return new Page<TView>([.. rows.Take(size)], page, rows.Count > size);
    }

    private static TypeAdapterConfig FindMaps()
    {
        // A member that nothing fills would otherwise be zero on somebody's screen.
        var maps = new TypeAdapterConfig { RequireDestinationMemberSource = true };
        // A value of our own travels whole; taken apart and built anew it would be no column any more.
        AsItIs<UserId>(maps);
        AsItIs<GenerationId>(maps);
        AsItIs<PaymentId>(maps);
        AsItIs<ModelId>(maps);
        AsItIs<Money>(maps);
        AsItIs<Cid>(maps);
        maps.Scan(typeof(Views).Assembly);
        return maps;
    }

    private static void AsItIs<T>(TypeAdapterConfig maps) => maps.NewConfig<T, T>().MapWith(value => value);
}
