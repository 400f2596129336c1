using System.Globalization;
using Trt.Application.Storefront;

namespace Trt.Api.Bot.Routes;

/// <summary>A page of a shelf. A card's kind is known by the card, so one letter says which shelf it was.</summary>
internal sealed record ShelfPlace(ModelShelf Shelf, int Page)
{
    private const int PageMax = 999;

    public string Code => Shelf switch
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
                _ => null,
            }
            : null;
}
