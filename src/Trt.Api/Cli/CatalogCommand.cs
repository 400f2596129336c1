using System.CommandLine;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Catalog.Provider;
using Trt.Infrastructure.Catalog.Reports;

namespace Trt.Api.Cli;

/// <summary>
/// <c>catalog validate | list | show | price | audit | payload | draft | sync | drift | prices | health</c>: the cards without the shop.
/// </summary>
internal static class CatalogCommand
{
    private static readonly Option<string?> Folder = new("--folder")
    {
        Description = "Where the cards are; those beside the program when left out.",
        Recursive = true,
    };

    private static readonly Argument<string> Model = new("id") { Description = "The model's id, as catalog list shows it." };

    public static Command Create() => new("catalog", "Look at the model cards.")
    {
        Folder, Validate(), List(), Show(), Price(), Audit(), Payload(), Draft(), Sync(), DriftCommand.Create(), CostsCommand.Prices(),
        HealthCommand.Create(),
    };

    private static Command Validate()
    {
        var command = new Command("validate", "Report every error of every card with its file and line; exit code 1 if there is any.")
        {
            Answer.AsJson,
        };
        command.SetAction(input => WithCards(
            input, cards => input.Give(new { Cards = cards.Cards.Count }, $"{cards.Cards.Count} cards are sound.")));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the models with their status and price.") { Answer.AsJson };
        command.SetAction((input, token) => WithTerms(input, (cards, terms) => Say(input, 0, input.GetValue(Answer.AsJson)
            ? CatalogListing.ToJson(cards, terms.Terms.Prices, terms.Source)
            : $"{CatalogListing.ToText(cards, terms.Terms.Prices)}\n{terms}"), token));
        return command;
    }

    private static Command Show()
    {
        var command = new Command("show", "Lay one card out: inputs, rules, prices.") { Model, Answer.AsJson };
        command.SetAction(
            (input, token) =>
                WithCard(input, (card, terms) => Lay(input, CardSheet.ToText(card, terms.Terms.Prices), terms), token));
        return command;
    }

    private static Command Price()
    {
        var inputs = new Argument<string[]>("inputs")
        {
            Description = "key=value, only what the price depends on; a recording by its seconds, pictures by their number.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("price", "Tell what an order would cost.") { Model, inputs, Answer.AsJson };
        command.SetAction((input, token) => WithCard(input, (card, terms) =>
        {
            var answer = PriceInquiry.Ask(card, input.GetValue(inputs) ?? [], terms.Terms.Prices);
            return answer.IsAnswered ? Lay(input, answer.Text, terms) : input.Refuse(answer.Text);
        }, token));
        return command;
    }

    private static Command Audit()
    {
        var command = new Command("audit", "Count the models and name those that wait.") { Answer.AsJson };
        command.SetAction((input, token) => WithTerms(input, (cards, terms) => Lay(input, CatalogAudit.ToText(cards), terms), token));
        return command;
    }

    private static Command Sync()
    {
        var check = new Option<string?>("--check")
        {
            Description = "Hold the cards against what the provider says: docs/provider, or this folder or file.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var model = new Option<string?>("--model") { Description = "With --check: this model only." };
        var live = new Option<bool>("--live") { Description = "Ask the provider for its list and follow its prices; needs KIE_API_KEY." };
        var trial = new Option<bool>("--dry-run") { Description = "With --live: only tell what would be taken." };
        var believe = new Option<bool>("--believe") { Description = "With --live: take a list that looks broken all the same." };
        var command = new Command(
            "sync",
            "Report where the cards differ from the provider's contracts and prices; no card is changed. Exit code 1 if somebody has to look.")
        {
            check, model, live, trial, believe, Answer.AsJson,
        };
        command.SetAction(async (input, token) => (input.GetResult(check) is not null, input.GetValue(live)) switch
        {
            (true, false) => WithWrittenCards(input, cards => Compare(
                input, cards, input.GetValue(check), input.GetValue(model))),
            (false, true) => await CostsCommand.SyncLive(input, input.GetValue(trial), input.GetValue(believe), token),
            _ => input.Refuse("Say one of --check and --live."),
        });
        return command;
    }

    private static Command Payload()
    {
        var inputs = new Argument<string[]>("inputs")
        {
            Description = "key=value; files by their addresses or their number, an earlier result by its task.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("payload", "Print the order as the provider would get it. Nothing is sent.")
        {
            Model, inputs, Answer.AsJson,
        };
        command.SetAction((input, token) => WithCard(input, (card, _) =>
        {
            var order = OrderInquiry.Ask(card, input.GetValue(inputs) ?? []);
            return order.IsAnswered ? input.Tell(order.Text) : input.Refuse(order.Text);
        }, token));
        return command;
    }

    private static Command Draft()
    {
        var id = new Argument<string>("id") { Description = "What the provider calls the model." };
        var schema = new Option<FileInfo?>("--schema") { Description = "The provider's schema in a file; without it the provider is asked." };
        var price = new Option<string?>("--price") { Description = "The provider's text about the price." };
        var command = new Command(
            "draft", "Propose a card for a new model from its schema and price; what a person has to decide is marked. No file is written.")
        {
            id, schema, price, Answer.AsJson,
        };
        command.SetAction(async (input, token) =>
        {
            var model = input.GetRequiredValue(id);
            var (reading, complaint) = input.GetValue(schema) is { } file
                ? DraftSources.OfFile(model, file)
                : await DraftSources.OfProvider(model, token);
            return reading?.Contract is { } contract
                ? input.Tell(CardDraft.Of(contract, reading.Unread, input.GetValue(price)))
                : input.Refuse(complaint ?? string.Join(Environment.NewLine, reading!.Unread));
        });
        return command;
    }

    private static int Compare(ParseResult input, ModelCatalog cards, string? path, string? model = null)
    {
        try
        {
            var report = CatalogDrift.Compare(cards, ProviderContracts.Read(path ?? ProviderContracts.DefaultFolder)).Of(model);
            return report.Models.Count == 0
                ? input.Refuse($"Neither a card nor a contract is called \"{model}\".")
                : Say(input, report.NeedsAttention ? 1 : 0, input.GetValue(Answer.AsJson) ? report.ToJson() : report.ToMarkdown());
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return input.Refuse(error.Message);
        }
    }

    private static int WithCards(ParseResult input, Func<ModelCatalog, int> act) =>
        WithWrittenCards(input, cards => act(cards.At(TimeProvider.System.GetUtcNow())));

    /// <summary>With every promotion as it is written down, whatever the day.</summary>
    private static int WithWrittenCards(ParseResult input, Func<ModelCatalog, int> act)
    {
        var (loaded, errors) = LoadedCatalog.Open(input.GetValue(Folder) ?? CatalogLoader.DefaultFolder);
        return loaded is null ? input.Refuse(string.Join(Environment.NewLine, errors)) : act(loaded.Current);
    }

    /// <summary>The cards as they are sold: with the operator's prices, free list and hidden models.</summary>
    private static async Task<int> WithTerms(ParseResult input, Func<ModelCatalog, TermsAtHand, int> act, CancellationToken token)
    {
        var terms = await TermsAtHand.Find(token);
        return WithCards(input, cards => act(terms.OnSale(cards), terms));
    }

    private static Task<int> WithCard(
        ParseResult input, Func<ModelCard, TermsAtHand, int> act, CancellationToken token) => WithTerms(input, (cards, terms) =>
    {
        var id = input.GetRequiredValue(Model);
        return cards.Find(new ModelId(id)) is { } card
            ? act(card, terms)
            : input.Refuse($"There is no model \"{id}\"; catalog list shows them all.");
    }, token);

    private static int Say(ParseResult input, int exitCode, string text)
    {
        input.InvocationConfiguration.Output.WriteLine(text);
        return exitCode;
    }

    private static int Lay(ParseResult input, string sheet, TermsAtHand terms) =>
        input.Give(new { Sheet = sheet.Split('\n'), Terms = terms.Source }, $"{sheet}\n{terms}");
}
