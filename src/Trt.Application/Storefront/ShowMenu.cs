using System.Runtime.CompilerServices;
using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Application.Storefront;

/// <summary>What can be made, by kind. Answered from memory.</summary>
public sealed record ShowMenu : IRequest<MenuView>;

public sealed record MenuView(IReadOnlyList<MenuEntry> Entries, int ModelCount, int FreeCount);

public sealed record MenuEntry(GenerationType Type, int ModelCount);

internal sealed class ShowMenuHandler(ICatalog catalog) : IRequestHandler<ShowMenu, MenuView>
{
    /// <summary>The same cards give the same menu, and people open it more often than anything else.</summary>
    private static readonly ConditionalWeakTable<ModelCatalog, MenuView> Views = [];

    public Task<MenuView> Handle(ShowMenu request, CancellationToken token) => Task.FromResult(Views.GetValue(catalog.Current, View));

    private static MenuView View(ModelCatalog cards)
    {
        var entries = cards.OfferedTypes.Select(type => new MenuEntry(type, cards.Offered(type).Count)).ToList();
        return new MenuView(entries, entries.Sum(entry => entry.ModelCount), cards.OfferedFree.Count);
    }
}
