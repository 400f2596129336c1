using System.CommandLine;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;

namespace Trt.Api.Cli;

/// <summary><c>catalog validate | list</c>: the cards without the shop.</summary>
internal static class CatalogCommand
{
    public static Command Create() => new("catalog", "Look at the model cards.") { Validate(), List() };

    private static Command Validate()
    {
        var folder = Folder();
        var command = new Command("validate", "Report every error of every card with its file and line; exit code 1 if there is any.") { folder };
        command.SetAction(input => Read(input.GetValue(folder)) is { } catalog ? Say(0, $"{catalog.Cards.Count} cards are sound.") : 1);
        return command;
    }

    private static Command List()
    {
        var folder = Folder();
        var command = new Command("list", "List the models with their status and price.") { folder };
        command.SetAction(input =>
        {
            if (Read(input.GetValue(folder)) is not { } catalog)
            {
                return 1;
            }

            foreach (var card in catalog.Cards)
            {
                Console.WriteLine($"{card.Id,-48} {card.Status,-18} {(card.IsFree ? "free, then " : "")}{card.Prices.From(PriceTerms.Default)?.ToString() ?? "no price"}");
            }

            return 0;
        });
        return command;
    }

    private static Option<string> Folder() =>
        new("--folder") { Description = "Where the cards are.", DefaultValueFactory = _ => CatalogLoader.DefaultFolder };

    private static ModelCatalog? Read(string? folder)
    {
        var (loaded, errors) = LoadedCatalog.Open(folder ?? CatalogLoader.DefaultFolder);
        foreach (var error in errors)
        {
            Console.Error.WriteLine(error);
        }

        return loaded?.Current;
    }

    private static int Say(int exitCode, string text)
    {
        Console.WriteLine(text);
        return exitCode;
    }
}
