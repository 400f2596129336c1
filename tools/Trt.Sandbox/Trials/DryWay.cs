using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Sandbox.Trials;

/// <summary>Through the simulated messenger, as a newcomer orders.</summary>
internal sealed class DryWay(TrialShop shop) : IFreeWay
{
    public IReadOnlyList<ModelCard> Models => shop.Catalog.OfferedFree;

    public async Task<GenerationId> Place(ModelCard card, CancellationToken token)
    {
        var person = shop.NewPerson();
        await person.Say("/start", token);
        await new HurriedOrder(person, card).Place(await person.Next(null, token), token);
        var order = await Person.Until<object>(
            async () => await Ask<object?>(async db => await db.Generations.Where(order => order.UserId == new UserId(person.Id))
                .Select(order => (GenerationId?)order.Id).FirstOrDefaultAsync(token)),
            "the press on the price placed no order",
            token);
        return (GenerationId)order;
    }

    public Task<T> Ask<T>(Func<ITrtDb, Task<T>> question) => shop.Ask(question);

    /// <summary>The provider itself knows how its callbacks were answered.</summary>
    public async Task<(int? Callback4xx, int? JobNotFound)> Counted(CancellationToken token) =>
    (
        (await shop.CallbackAnswers(token)).Count(status => status is >= 400 and < 500),
        CountedFigures.Sum(await shop.Http.GetStringAsync("metrics", token), CountedFigures.JobNotFound));
}
