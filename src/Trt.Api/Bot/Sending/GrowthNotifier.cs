using Trt.Api.Bot.Screens;
using Trt.Application.Ports;

namespace Trt.Api.Bot.Sending;

/// <summary>Brings the news around the orders into the chat.</summary>
internal sealed class GrowthNotifier(OwedScreens owed) : IGrowthNotifier
{
    public Task<SendOutcome> Tell(InviterNotice notice, CancellationToken token) =>
        owed.Tell(notice.Inviter, GrowthScreens.News(notice), token);

    public Task<SendOutcome> Tell(LowBalanceWord notice, CancellationToken token) =>
        owed.Tell(notice.Customer, GrowthScreens.LowBalance(notice), token);
}
