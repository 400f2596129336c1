using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Sending;

/// <summary>A screen that a person is owed: it waits until the chat has no screen under way, and stands below everything.</summary>
internal sealed class OwedScreens(ChatGateway gateway, ScreenSender screens)
{
    public async Task<SendOutcome> Tell(UserId user, Screen screen, CancellationToken token)
    {
        await screens.Quiet(user.Value, token);
        return await gateway.Show(user.Value, messageId: null, screen, token);
    }
}
