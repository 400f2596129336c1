using System.Text.RegularExpressions;
using Trt.Api.Bot.Routes;
using Trt.Domain.Catalog;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>What two screens have in common when only models, people, pages and sums differ.</summary>
internal sealed partial class Shape(ModelCatalog catalog)
{
    public string Of(ChatMessage screen) =>
        string.Join(' ', screen.Buttons.Where(button => button.Data.Length > 0).Select(button => Of(button.Data)).Distinct().Order());

    public string Of(string data) => RouteTable.Read(data) switch
    {
        ModelRoute { From: { } from } => $"card:{from.Shelf}",
        ChooseRoute to => $"set_param:{to.Field}",
        AdminUsersRoute => "admin_users",
        // Which of many models are in makes no other screen, and neither does which recipe it is.
        EntrantRoute to => $"duel_pick:{to.IsIn}",
        RecipeCardRoute => "recipe",
        StartRecipeRoute => "recipe_start",
        _ => OfParts(data.Split(':')),
    };

    private string OfParts(string[] parts) => string.Join(':', parts[..1].Concat(
        catalog.Find(new(string.Join(':', parts[1..]))) is not null ? ["model"] : parts[1..].Select(General)));

    private string General(string part) =>
        part.Length > 0 && part.All(char.IsAsciiDigit) ? "#"
        : Id().IsMatch(part) ? "id"
        : (catalog.Find(new(part)) ?? catalog.FindByKey(part)) is not null ? "model"
        : part;

    [GeneratedRegex("^[A-Za-z0-9_-]{22}$")]
    private static partial Regex Id();
}
