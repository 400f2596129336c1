using Trt.Api.Bot.Screens;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Sending;

/// <summary>Brings the news around the orders into the chat.</summary>
internal sealed class GrowthNotifier(ChatGateway gateway, ScreenSender screens) : IGrowthNotifier
{
    public Task<SendOutcome> Tell(InviterNotice notice, CancellationToken token) => Tell(notice.Inviter, GrowthScreens.News(notice), token);

    public Task<SendOutcome> Tell(LowBalanceWord notice, CancellationToken token) => Tell(notice.Customer, GrowthScreens.LowBalance(notice), token);

    private async Task<SendOutcome> Tell(UserId user, Screen screen, CancellationToken token)
    {
        await screens.Quiet(user.Value);
        return await gateway.Show(user.Value, messageId: null, screen, token);
    }
}
