using Trt.Api.Bot.Routes;
using Trt.Application.BackOffice.Costs;
using Trt.Application.Ports;
using Trt.Domain.Health;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Tests.Bot;

/// <summary>One of each button behind the counter, with the longest of what it can carry.</summary>
internal static class AdminRoutes
{
    private static readonly UserId User = new(long.MaxValue);
    private static readonly PaymentId Payment = PaymentId.New(DateTimeOffset.UnixEpoch);
    private static readonly Guid Adjustment = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    public static IEnumerable<Route> Every() =>
    [
        new AdminMenuRoute(), .. Enum.GetValues<Moved>().Select(what => new AdminMovedRoute(what)), new AdminTransfersRoute(), new AdminStatisticsRoute(), new AdminFindRoute(), new AdminUsersRoute(), new AdminUsersRoute(3, "a:b @x"),
        new AdminUsersRoute(1000, AdminUsersRoute.Fit(new string('я', 200))), new AdminUserRoute(User), new AdminUserGenerationsRoute(User, 1000),
        new AdminAdjustRoute(User), new AdminSignRoute(Adjustment, IsSecond: true, IsSilent: false), new AdminSignRoute(Adjustment, IsSecond: false, IsSilent: true),
        new AdminDropRoute(Adjustment), new AdminBlockRoute(User), new AdminUnblockRoute(User), new AdminExportsRoute(),
        .. Enum.GetValues<ExportTable>().SelectMany(table => new Route[] { new AdminExportRoute(table, null), new AdminExportRoute(table, 30) }),
        new AdminHealthRoute(1000), new AdminModelRoute(new ModelId("elevenlabs/text-to-speech-multilingual-v2")),
        .. new HandWord?[] { null, HandWord.Pause, HandWord.Sell }.Select(word => new AdminSayRoute(new ModelId("elevenlabs/text-to-speech-multilingual-v2"), word)),
        new AdminPricesRoute(1000), new AdminPriceRoute(new ModelId("elevenlabs/text-to-speech-multilingual-v2")),
        .. Enum.GetValues<CostWord>().SelectMany(word => new[] { true, false }.Select(isSure =>
            new AdminPriceSayRoute(new ModelId("elevenlabs/text-to-speech-multilingual-v2"), word, isSure))),
        new AdminContractsRoute(1000), new AdminContractRoute(new ModelId("elevenlabs/text-to-speech-multilingual-v2")),
        new AdminAgreeRoute(new ModelId("elevenlabs/text-to-speech-multilingual-v2"), "0a1b2c"),
        new AdminAuditRoute(2), new AdminTeamRoute(), new AdminMemberRoute(User), new AdminAppointRoute(), new AdminLimitRoute(User),
        new AdminUserPaymentsRoute(User, 1000), new AdminShowPaymentRoute(Payment), new AdminRefundRoute(Payment),
        .. Enum.GetValues<UsualRefund>().Select(reason => new AdminRefundForRoute(Payment, reason)),
        new AdminRefundGoRoute(Payment, IsPaidBackByHand: true, AdminRefundGoRoute.MarkOf("Ошибка")), new AdminRefundGoRoute(Payment, IsPaidBackByHand: false, AdminRefundGoRoute.MarkOf("")),
        new AdminDismissRoute(User, IsSure: false), new AdminDismissRoute(User, IsSure: true),
    ];
}
