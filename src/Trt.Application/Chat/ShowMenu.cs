using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Application.Chat;

/// <summary>What can be made, by kind. Answered from memory.</summary>
public sealed record ShowMenu : IRequest<MenuView>;

public sealed record MenuView(IReadOnlyList<MenuEntry> Entries, int ModelCount, int FreeCount);

public sealed record MenuEntry(GenerationType Type, int ModelCount);

internal sealed class ShowMenuHandler(ICatalog catalog) : IRequestHandler<ShowMenu, MenuView>
{
    public Task<MenuView> Handle(ShowMenu request, CancellationToken token)
    {
        var current = catalog.Current;
        var entries = current.OfferedTypes.Select(type => new MenuEntry(type, current.Offered(type).Count)).ToList();
        return Task.FromResult(new MenuView(entries, entries.Sum(entry => entry.ModelCount), current.OfferedFree.Count));
    }
}
