using System.Collections.Concurrent;
using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Api.Bot.Routes;
using Trt.Api.Cli;
using Trt.Application.Upkeep;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Sandbox.Trials;

/// <summary>A shop from its port to every model, played as a newcomer would.</summary>
internal sealed class Smoke(TrialShop shop)
{
    public const string ModelsLine = "models";

    private const int AtOnce = 4;
    private const int PressesMax = 2_000;

    /// <summary>Whoever presses it is gone, and the rest of the walk with them.</summary>
    private static readonly string[] NotPressed = ["erase_go", "confirm_generate"];

    public async Task<IReadOnlyList<CheckLine>> Run(Action step, CancellationToken token)
    {
        List<CheckLine> lines =
        [
            await Port(token), await Start(token), await Buttons("buttons", shop.NewPerson(), "/start", step, token),
            await Models(step, token),
            // An owner's press may take a model off sale, so the counter is played when all of them have been ordered.
            await Buttons("counter", shop.Owner, "/admin", step, token),
        ];
        lines.Add(await Callbacks(token));
        lines.Add(await Nothing(token));
        lines.Add(await Money(token));
        return lines;
    }

    private async Task<CheckLine> Port(CancellationToken token)
    {
        using var answer = await shop.Http.GetAsync("health/ready", token);
        return CheckLine.Of("port", answer.IsSuccessStatusCode, $"/health/ready answers {(int)answer.StatusCode}", "The shop is not ready: ./trt check");
    }

    private async Task<CheckLine> Start(CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        var person = shop.NewPerson();
        await person.Say("/start", token);
        var menu = await person.Next(null, token);
        var took = TimeProvider.System.GetElapsedTime(began);
        return CheckLine.Well("/start", Words($"the first screen has {menu.Buttons.Count} buttons and came after {took.TotalMilliseconds:0} ms"));
    }

    /// <summary>Every kind of button that somebody without orders comes by, pressed once each.</summary>
    private async Task<CheckLine> Buttons(string place, Person person, string opening, Action step, CancellationToken token)
    {
        await person.Say(opening, token);
        var seen = await person.Next(null, token);
        var (pressed, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(seen.Buttons));
        for (var presses = 0; waiting.TryDequeue(out var data) && presses < PressesMax; presses++)
        {
            if (RouteTable.NameIn(data) is not { } name || NotPressed.Contains(name) || !pressed.Add(name))
            {
                continue;
            }

            await person.Press(seen.Id, data, token);
            await person.AllPressesAreAnswered(token);
            await shop.Quiet(person, token);
            var chat = await person.Reads(token);
            seen = chat.LastOrDefault(said => said.Buttons.Count > 0) ?? seen;
            chat.SelectMany(said => said.Buttons).Where(button => RouteTable.NameIn(button) is { } next && !pressed.Contains(next))
                .ToList().ForEach(waiting.Enqueue);
            step();
        }

        return CheckLine.Well(
            place,
            Words($"{pressed.Count} kinds of buttons pressed, each press was answered"),
            string.Join(", ", pressed.Order(StringComparer.Ordinal)));
    }

    private async Task<CheckLine> Models(Action step, CancellationToken token)
    {
        var failed = new ConcurrentBag<string>();
        var offered = shop.Catalog.Cards.Where(card => card.IsOffered).ToList();
        await Parallel.ForEachAsync(
            offered,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token },
            async (card, stop) =>
            {
                try
                {
                    await Order(card, stop);
                }
                catch (TrialFailed problem)
                {
                    failed.Add($"{card.Id}: {problem.Message}");
                }

                step();
            });
        return failed.IsEmpty
            ? CheckLine.Well(ModelsLine, Words($"{offered.Count} of {offered.Count} ordered and delivered"))
            : CheckLine.Wrong(ModelsLine, Words($"{failed.Count} of {offered.Count} did not come"), [.. failed.Order(StringComparer.Ordinal)]);
    }

    private async Task Order(ModelCard card, CancellationToken token)
    {
        var person = shop.NewPerson();
        await person.Say("/start", token);
        if (card.Inputs.Fields.OfType<EarlierField>().FirstOrDefault() is { } earlier)
        {
            await Place(person, shop.Catalog.Find(earlier.From[0])!, token);
        }

        await Place(person, card, token);
    }

    private async Task Place(Person person, ModelCard card, CancellationToken token)
    {
        await new HurriedOrder(person, card).Place(await person.Next(null, token), token);
        var order = await shop.Ended(person, card.Id, token);
        if (order.Status != GenerationStatus.Delivered)
        {
            throw new TrialFailed($"{Answer.Word(order.Status)}: {order.Detail}");
        }
    }

    private async Task<CheckLine> Callbacks(CancellationToken token)
    {
        var answers = await shop.CallbackAnswers(token);
        var wrong = answers.Count(status => status != StatusCodes.Status200OK);
        return CheckLine.Of(
            "callbacks", wrong == 0, Words($"{answers.Count - wrong} of {answers.Count} answered with 200"), "See what the shop's log says of them.");
    }

    private async Task<CheckLine> Nothing(CancellationToken token)
    {
        var parked = await shop.Ask(db => db.ParkedUpdates.AsNoTracking().Select(update => update.Error).ToListAsync(token));
        return parked.Count == 0
            ? CheckLine.Well("updates", "every one was handled")
            : CheckLine.Wrong("updates", Words($"{parked.Count} could not be handled"), [.. parked.Select(error => error.Split('\n')[0])]);
    }

    private async Task<CheckLine> Money(CancellationToken token)
    {
        await using var scope = shop.Sandbox.Shop.CreateAsyncScope();
        var proof = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ProveMoney(), token);
        return CheckLine.Of(
            "money",
            proof.Agrees,
            proof.Agrees ? "wallets, ledger and orders agree" : Words($"{proof.Findings.DifferenceCount} differences"),
            "./trt check money");
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
