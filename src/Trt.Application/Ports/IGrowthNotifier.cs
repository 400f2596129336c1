using Trt.Domain.Catalog;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>News around the orders: friends who came, a bonus that was added, a balance that runs low.</summary>
public interface IGrowthNotifier
{
    Task<SendOutcome> Tell(InviterNotice notice, CancellationToken token);

    Task<SendOutcome> Tell(LowBalanceWord notice, CancellationToken token);
}

/// <param name="RewardAt">When what is promised is due.</param>
public sealed record InviterNotice(UserId Inviter, Language Language, InviterNews News, int Free, Money Money, RewardMoment RewardAt);

/// <param name="Card">Null when the model has left the catalog since.</param>
public sealed record LowBalanceWord(UserId Customer, Language Language, ModelCard? Card, Money Price, Money Balance);

public enum InviterNews
{
    FriendCame,
    FreeEarned,
    MoneyEarned,
}
