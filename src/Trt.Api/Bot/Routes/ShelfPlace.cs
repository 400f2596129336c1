using System.Globalization;
using Trt.Application.Storefront;

namespace Trt.Api.Bot.Routes;

/// <summary>A page of a shelf. A card's kind is known by the card, so one letter says which shelf it was.</summary>
/// <param name="Search">The number of the search whose results are the shelf.</param>
internal sealed record ShelfPlace(ModelShelf Shelf, int Page, int? Search = null)
{
    private const int PageMax = 999;

    public string Code => Search is { } search ? string.Create(CultureInfo.InvariantCulture, $"w{search}") : Shelf switch
    {
        ModelShelf.OfType => "t",
        ModelShelf.Free => "f",
        ModelShelf.All => "a",
    };

    public static ShelfPlace? Read(string? code, string? page) =>
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= PageMax
            ? code switch
            {
                "t" => new ShelfPlace(ModelShelf.OfType, number),
                "f" => new ShelfPlace(ModelShelf.Free, number),
                "a" => new ShelfPlace(ModelShelf.All, number),
                ['w', .. var search] when FindRoute.NumberIn(search) is { } found => new ShelfPlace(ModelShelf.All, number, found),
                _ => null,
            }
            : null;
}
