using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Sending;
using Trt.Domain.Catalog;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>
/// Presses what can be pressed, screen after screen, until there is nothing new: a button of a kind once on every kind of screen.
/// Orders are placed once per kind of result.
/// </summary>
internal sealed class Crawler(RunningShop shop, Customer person, ModelCatalog catalog, Reader reader, Answers answers)
{
    /// <summary>More than one act brings.</summary>
    private const int EndOfChat = 30;

    private static readonly TimeSpan BetweenActs = TimeSpan.FromSeconds(1);

    /// <summary>Longer than one act takes.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly Shape _shape = new(catalog);
    private readonly ScreenSender _screens = shop.Sandbox.Shop.GetRequiredService<ScreenSender>();
    private readonly Stack<Step> _open = [];

    /// <summary>What is deleted leads nowhere any more, so that comes when everything else has been seen.</summary>
    private readonly Stack<Step> _last = [];

    /// <summary>Nobody is there any more to press anything.</summary>
    private readonly Stack<Step> _end = [];
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _shapes = [];
    private readonly Dictionary<long, string> _shown = [];
    private IReadOnlyList<Act> _at = [];
    private ModelCard? _model;

    /// <summary>
    /// Every model's card is opened, and the first questions of every kind of work are answered. Those who have walked there as customers need
    /// not fill in an order as operators.
    /// </summary>
    public bool IsThorough { get; init; }

    public int Presses { get; private set; }

    public int Shapes => _shapes.Count;

    public List<string> Lost { get; } = [];

    public async Task Crawl(IEnumerable<string> commands)
    {
        foreach (var command in commands.Reverse())
        {
            _open.Push(new Step(new Act.Words(command), [], []));
        }

        while (_open.TryPop(out var step) || _last.TryPop(out step) || _end.TryPop(out step))
        {
            await Take(step);
            if (_open.Count == 0)
            {
                await IsTold();
                Look(await person.Chat(), step, _at, step.Act);
            }
        }
    }

    private async Task Take(Step step)
    {
        if (step.Act is Act.Press { Data: var data } && RouteTable.Read(data) is LanguageRoute to)
        {
            await Visit(to.Language, step);
            return;
        }

        if (step.Way.Count > 0 && !_at.SequenceEqual(step.Way))
        {
            // An order that is begun again goes on where it was left.
            await Do(step with { Act = new Act.Press("✕", new CancelDraftRoute().Data, await Newest()) }, [], isNew: false);
            foreach (var (before, done) in step.Way.Select((act, index) => (act, step.Way.Take(index))))
            {
                if (await Again(before) is not { } act)
                {
                    Lost.Add($"{step}: no way back at {before}, the chat ends with «{(await person.FromBot())[^1].Text}»");
                    return;
                }

                await Do(step with { Act = act }, [.. done, before], isNew: false);
            }
        }

        if ((step.Way.Count > 0 ? await Again(step.Act) : step.Act) is not { } next)
        {
            Lost.Add($"{step}: it is not there any more");
            return;
        }

        await Do(step with { Act = next }, IsStateful(step.Act) && !IsEnd(step.Act) ? [.. step.Way, step.Act] : [], isNew: true);
    }

    /// <summary>The menu in another language, and back.</summary>
    private async Task Visit(Language other, Step step)
    {
        var own = reader.Language;
        foreach (var language in new[] { other, own })
        {
            reader.Language = language;
            await Do(step with { Act = new Act.Press($"{language}", new LanguageRoute(language).Data, await Newest()) }, [], isNew: false);
        }
    }

    /// <summary>What the shop says by itself shall not be taken for the answer to what is said next.</summary>
    private Task IsTold() => shop.TimeFlies(() => Eventually.Holds($"everything owed to {person.Id} is sent", async () =>
        await shop.Books.MessagesDue(person, shop.Sandbox.Clock.GetUtcNow() + Soon) == 0));

    private async Task<long> Newest() => (await person.FromBot(EndOfChat))[^1].Id;

    /// <summary>The same act on the screens as they are now: orders and messages have other ids. Null where it is not offered.</summary>
    private async Task<Act?> Again(Act act)
    {
        if (act is not Act.Press press)
        {
            return act;
        }

        var messages = await person.FromBot();
        var found = messages.Reverse().SelectMany(message => message.Buttons.Select(button => new Act.Press(button.Label, button.Data, message.Id)))
            .Where(button => button.Data.Length > 0)
            .ToList();
        return found.Find(button => button.Data == press.Data)
            ?? (IsStart(press) ? press : found.Find(button => _shape.Of(button.Data) == _shape.Of(press.Data)));
    }

    private async Task Do(Step step, IReadOnlyList<Act> way, bool isNew)
    {
        shop.Sandbox.Clock.Advance(BetweenActs);
        await IsTold();
        Presses++;
        var said = "";
        try
        {
            said = await (step.Act switch
            {
                Act.Press press => Press(press),
                Act.Words words => Say(() => person.Say(words.Text)),
                Act.File file => Say(() => Filling.SampleFiles.Send(shop, person, file.Kind)),
                _ => throw new InvalidOperationException($"No way to do {step.Act}"),
            });
        }
        catch (TimeoutException)
        {
            reader.Complain(step, "no answer");
        }

        reader.Hear(step, said);
        if (step.Act is Act.Press { Data: var data })
        {
            _model = RouteTable.Read(data) switch
            {
                BeginRoute begin => catalog.Find(begin.Model),
                FirstPictureRoute first => catalog.Find(first.Model),
                _ => _model,
            };
            await Consequences(RouteTable.Read(data));
        }

        _at = way;
        Look(await person.Chat(), step, way, isNew ? step.Act : null);
    }

    private async Task<string> Press(Act.Press press)
    {
        var pressed = await shop.Post("click", new { chat_id = person.Id, message_id = press.MessageId, data = press.Data });
        var id = pressed.GetProperty("id").GetString();
        JsonElement answer = default;
        await Eventually.Holds($"an answer to {press}", async () =>
        {
            answer = (await person.Chat(EndOfChat)).GetProperty("presses").EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);
            return answer.GetProperty("answered").GetBoolean();
        });
        await _screens.Quiet(person.Id, CancellationToken.None);
        return answer.TryGetProperty("text", out var toast) ? toast.GetString()! : "";
    }

    private async Task<string> Say(Func<Task> say)
    {
        var before = await person.FromBot(EndOfChat) is [.., var newest] ? newest.Id : 0;
        await say();
        await Eventually.Holds("an answer", async () => (await person.FromBot(EndOfChat)) is [.., var last] && last.Id > before);
        await _screens.Quiet(person.Id, CancellationToken.None);
        return "";
    }

    /// <summary>What follows by itself is waited for, so that it is read too.</summary>
    private async Task Consequences(Route? route)
    {
        switch (route)
        {
            case ConfirmRoute:
                await shop.TimeFlies(() => Eventually.Holds($"the order of {person.Id} ends", async () => await shop.Books.OpenOrders(person) == 0));
                break;
            case ArchiveRoute:
                await Eventually.Holds($"the archive of {person.Id}", async () => await shop.Books.Waiting("privacy.archive", person) == 0);
                break;
            case GenerationRoute:
                // The result comes beside the screen that it is opened with, not beside the next one.
                await Eventually.Holds($"the result for {person.Id} again", async () => await shop.Books.Waiting("generation.again", person) == 0);
                break;
            case PayStarsRoute or PayInvoiceRoute or PayBankCardRoute:
                await Eventually.Holds($"the invoice of {person.Id}", async () => await shop.Books.Waiting("payment.", person) <= 1);
                break;
        }
    }

    private void Look(JsonElement chat, Step step, IReadOnlyList<Act> way, Act? origin)
    {
        var news = new List<ChatMessage>();
        foreach (var message in chat.GetProperty("messages").EnumerateArray()
                     .Where(message => !message.TryGetProperty("outgoing", out var mine) || !mine.GetBoolean())
                     .Select(message => new ChatMessage(message.Clone())))
        {
            var raw = message.Json.GetRawText();
            if (_shown.GetValueOrDefault(message.Id) != raw)
            {
                _shown[message.Id] = raw;
                news.Add(message);
            }
        }

        foreach (var message in news)
        {
            reader.Read(step, message);
        }

        if (news.Count > 0 && !news.Any(message => LeadsOn(message)))
        {
            reader.Complain(step, $"a dead end: {news[^1].Text}");
        }

        if (origin is not null)
        {
            foreach (var message in news)
            {
                Offer(message, step, way, origin);
            }
        }
    }

    /// <summary>A file and an alert come beside the screens and take none away.</summary>
    private static bool LeadsOn(ChatMessage message) => message.Json.TryGetProperty("reply_markup", out _)
        || message.Json.TryGetProperty("document", out _) || Reader.FromTheMachine().IsMatch(message.Text);

    private void Offer(ChatMessage screen, Step step, IReadOnlyList<Act> way, Act origin)
    {
        var shape = _shape.Of(screen);
        _shapes.Add(shape);
        IReadOnlyList<Act> story = origin is Act.Press { Data: var data } && RouteTable.Read(data) is MainMenuRoute ? [origin] : [.. step.Story, origin];
        foreach (var (label, to) in screen.Buttons.Where(button => button.Data.Length > 0).Reverse())
        {
            if ((IsThorough || RouteTable.Read(to) is not WizardRoute) && _known.Add(Kind(shape, to)))
            {
                var press = new Act.Press(label, to, screen.Id);
                (RouteTable.Read(to) switch
                {
                    DeleteRoute { IsSure: true } or DropRecipeRoute { IsSure: true } or ForgetRoute or VanishRoute { IsOn: true } => _last,
                    EraseGoRoute => _end,
                    _ => _open,
                })
                    .Push(new Step(press, IsStateful(press) && !IsStart(press) ? way : [], story));
            }
        }

        foreach (var answer in answers.To(screen, origin))
        {
            if (_known.Add($"{shape} {answer}"))
            {
                _open.Push(new Step(answer, way, story));
            }
        }
    }

    private string Kind(string shape, string data) => RouteTable.Read(data) switch
    {
        ModelRoute to when IsThorough => $"card {to.Model}",
        RecipeCardRoute to when IsThorough && to.Code.Length != OwnRecipe.CodeLength => $"recipe {to.Code}",
        BeginRoute to when IsThorough => $"begin {catalog.Find(to.Model)?.Type}",
        ConfirmRoute => $"confirm {_model?.Output}",
        LanguageRoute => "language",
        _ => $"{shape} {_shape.Of(data)}",
    };

    /// <summary>What it leads to depends on what was done before.</summary>
    private bool IsStateful(Act act) => act switch
    {
        Act.Press press => RouteTable.Read(press.Data) is WizardRoute and not CancelDraftRoute || answers.Follow(press),
        _ => true,
    };

    /// <summary>What was ordered cannot be ordered again by going the same way: the money is another.</summary>
    private static bool IsEnd(Act act) => act is Act.Press press && RouteTable.Read(press.Data) is ConfirmRoute;

    /// <summary>Leads to the same screen wherever it is pressed.</summary>
    private static bool IsStart(Act.Press press) =>
        RouteTable.Read(press.Data) is not WizardRoute
            or BeginRoute or DuelOfTypeRoute or DuelOfWishRoute or DuelOfResultRoute or FirstPictureRoute or RepeatRoute or BeginAgainRoute or TakeWishRoute or GoOnRoute or RewordRoute or ElsewhereRoute;
}
