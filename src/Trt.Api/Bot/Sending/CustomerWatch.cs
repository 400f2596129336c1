using MediatR;
using Trt.Application.Groups;
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

    /// <summary>We may not speak in this group.</summary>
    public async Task ShutOut(long group)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LeaveGroup(group));
    }

    /// <summary>The group became another chat, and nobody had told us yet.</summary>
    public async Task Moved(long from, long to)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MoveGroup(from, to, ""));
    }

    public async Task Pause(long chatId, TimeSpan wait)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IPace>().Pause(
            Pauses.ChatOf(chatId), wait, "the messenger asked to wait", CancellationToken.None);
    }
}
