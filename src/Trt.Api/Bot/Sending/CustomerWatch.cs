using MediatR;
using Trt.Application.Ports;
using Trt.Application.Users;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Sending;

/// <summary>Writes down what sending taught us about a person or a limit, for all instances.</summary>
internal sealed class CustomerWatch(IServiceScopeFactory scopes, KnownCustomers book)
{
    public async Task Lost(UserId user)
    {
        book.Forget(user);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LeaveChat(user));
    }

    public async Task Pause(long chatId, TimeSpan wait)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IPace>().Pause(
            Pauses.ChatOf(chatId), wait, "the messenger asked to wait", CancellationToken.None);
    }
}
