using System.Runtime.CompilerServices;
using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Storefront;

/// <summary>What can be made, by kind. Answered from memory.</summary>
public sealed record ShowMenu : IRequest<MenuView>;

/// <param name="FirstPicture">Makes a newcomer's first picture for nothing; null when no model does.</param>
public sealed record MenuView(IReadOnlyList<MenuEntry> Entries, int ModelCount, int FreeCount, ModelId? FirstPicture = null)
{
    public IReadOnlyList<MenuEntry> Of(Intent intent) => [.. Entries.Where(entry => Intents.Of(entry.Type) == intent)];
}

public sealed record MenuEntry(GenerationType Type, int ModelCount);

internal sealed class ShowMenuHandler(ICatalog catalog) : IRequestHandler<ShowMenu, MenuView>
{
    /// <summary>The same cards give the same menu, and people open it more often than anything else.</summary>
    private static readonly ConditionalWeakTable<ModelCatalog, MenuView> Views = [];

    public Task<MenuView> Handle(ShowMenu request, CancellationToken token) => Task.FromResult(Views.GetValue(catalog.Current, View));

    private static MenuView View(ModelCatalog cards)
    {
        var entries = cards.OfferedTypes.Select(type => new MenuEntry(type, cards.Offered(type).Count)).ToList();
        return new MenuView(entries, entries.Sum(entry => entry.ModelCount), cards.OfferedFree.Count, FirstPicture(cards));
    }

    private static ModelId? FirstPicture(ModelCatalog cards) =>
        cards.OfferedFree.FirstOrDefault(card => card is { Type: GenerationType.TextToImage, IsWhollyFree: true })?.Id;
}
