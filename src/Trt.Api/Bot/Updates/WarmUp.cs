using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Sending;
using Trt.Application.Ports;
using Trt.Application.Users;
using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// Looks around in the shop once before it opens: what the first customer's press would wait for (the compiler, the messenger's library,
/// the database's model, the first connections) is over by then. It only looks, as a customer that does not exist.
/// </summary>
internal sealed class WarmUp(IServiceScopeFactory scopes, BotIdentity me, TimeProvider time)
{
    private static readonly UserId Nobody = new(0);

    private static readonly Route[] Looks =
        [
            new MainMenuRoute(), new ModelsOfTypeRoute(GenerationType.TextToImage), new AllModelsRoute(), new FreeModelsRoute(),
            new BalanceRoute(),
        ];

    public async Task Run(CancellationToken token)
    {
        foreach (var sample in SampleUpdates.All)
        {
            _ = IncomingReader.Read(sample.Content!, me);
        }

        ChatGateway.Rehearse();
        await using (var scope = scopes.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IWishReader>().Read("нарисуй кота, draw a cat", FilesGiven.None, token);
        }

        foreach (var language in Enum.GetValues<Language>())
        {
            var who = new Person(Nobody, "", null, language);
            foreach (var look in Looks)
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<UpdateRouter>().Route(
                    new Incoming.Press(who, "", MessageId: null, look.Data), new CustomerFacts(Nobody, language, IsNew: false),
                    Cid.New(time.GetUtcNow()), token);
            }
        }
    }
}
