using Trt.Api.Bot.Routes;
using Trt.Application.BackOffice.Costs;
using Trt.Application.BackOffice.Figures;
using Trt.Application.Ports;
using Trt.Domain.Broadcasts;
using Trt.Domain.Growth;
using Trt.Domain.Health;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Tests.Bot;

/// <summary>One of each button behind the counter, with the longest of what it can carry.</summary>
internal static class AdminRoutes
{
    private static readonly UserId User = new(long.MaxValue);
    private static readonly PaymentId Payment = PaymentId.New(DateTimeOffset.UnixEpoch);
    private static readonly ModelId Longest = new("elevenlabs/text-to-speech-multilingual-v2");
    private static readonly GenerationId Order = GenerationId.New(DateTimeOffset.UnixEpoch);
    private static readonly Guid Adjustment = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    public static IEnumerable<Route> Every() =>
    [
        new AdminMenuRoute(), new DiagRoute(), new DebugRoute(), new DebugRoute(true), new DebugRoute(false), .. Enum.GetValues<Moved>().Select(what => new AdminMovedRoute(what)), new AskDashboardRoute(), new LeaveDashboardRoute(), new AdminTransfersRoute(), new AdminBackupsRoute(), new AdminStatisticsRoute(), new AdminFindRoute(), new AdminUsersRoute(), new AdminUsersRoute(3, "a:b @x"),
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
        new OpenStartsRoute(), new PromoCodesRoute(2), new PromoCardRoute("0a1b2c3d4e", 1000), new NewPromoRoute(), .. Enum.GetValues<PromoKind>().Select(kind => new NewPromoRoute(kind)),
        new PromoUsesRoute(1_000_000), new PromoDaysRoute(0), new PromoDaysRoute(90), new MakePromoRoute(IsSure: true), new MakePromoRoute(IsSure: false),
        new StopPromoRoute("0a1b2c3d4e", IsSure: true), new StopPromoRoute("0a1b2c3d4e", IsSure: false), new HideModelRoute(Longest), new HideForRoute(Longest, 0), new HideForRoute(Longest, 8760), new BringBackRoute(Longest),
        new OwnPriceRoute(Longest, "0a1b"), new SetOwnPriceRoute(Longest, "0a1b", 10_000_000), new SetOwnPriceRoute(Longest, "0a1b", 0), new SettingsRoute(), .. Enum.GetValues<SettingGroup>().Select(group => new SettingGroupRoute(group)),
        new OneSettingRoute("growth.promo_misses_per_hour"), new AskSettingRoute("growth.promo_misses_per_hour"), new UndoSettingRoute("growth.promo_misses_per_hour"),
        new SetSettingRoute("growth.promo_misses_per_hour", "1000", IsSure: true), new SetSettingRoute("topup.ways", "Stars,Invoice,Card", IsSure: false),
        new ResetSettingRoute("growth.promo_misses_per_hour", IsSure: true), new ResetSettingRoute("rate", IsSure: false), new BroadcastsRoute(1000), new BroadcastDraftRoute(), new BroadcastShowRoute(Adjustment),
        .. Enum.GetValues<Language>().SelectMany(language => new[] { true, false }.Select(isOut => new BroadcastTextRoute(language, isOut))),
        new BroadcastPictureRoute(), new BroadcastPictureRoute(IsOut: true), new BroadcastLinksRoute(), new BroadcastLinksRoute(IsOut: true),
        .. Enum.GetValues<BroadcastPlace>().Select(place => new BroadcastLinkRoute(place)), new BroadcastLinkRoute(BroadcastPlace.Model, "elevenlabs/text-to-speech-multilingual-v2"),
        new BroadcastLinkRoute(BroadcastPlace.Kind, "text-to-image"), new BroadcastAudienceRoute(), .. Enum.GetValues<Audience>().Select(audience => new BroadcastAudienceRoute(audience)),
        new BroadcastPreviewRoute(), new BroadcastSendRoute(Adjustment, int.MaxValue, IsSure: true), new BroadcastSendRoute(Adjustment, 1, IsSure: false),
        new BroadcastStopRoute(Adjustment, IsSure: true), new BroadcastStopRoute(Adjustment, IsSure: false), new BroadcastDropRoute(IsSure: true), new BroadcastDropRoute(IsSure: false),
        .. AdminRoleRoute.Roles.Values.SelectMany(role => new Route[] { new AdminRoleRoute(User, role, IsSure: true), new AdminRoleRoute(User, role, IsSure: false) }),
        new AdminAuditRoute(2), new AdminTeamRoute(), new AdminMemberRoute(User), new AdminAppointRoute(), new AdminLimitRoute(User),
        new AdminUserPaymentsRoute(User, 1000), new AdminShowPaymentRoute(Payment), new AdminRefundRoute(Payment),
        .. Enum.GetValues<UsualRefund>().Select(reason => new AdminRefundForRoute(Payment, reason)),
        new AdminRefundGoRoute(Payment, IsPaidBackByHand: true, AdminRefundGoRoute.MarkOf("Ошибка")), new AdminRefundGoRoute(Payment, IsPaidBackByHand: false, AdminRefundGoRoute.MarkOf("")),
        .. Enum.GetValues<FigurePeriod>().SelectMany(period => new Route[] { new AdminFiguresRoute(period), new AdminChartsRoute(period) }),
        new AdminShowOrderRoute(Order), new AdminReadInputsRoute(Order), new AdminInputFilesRoute(Order), new AdminLookRoute(Order), new AdminSendAgainRoute(Order),
        new AdminGiveBackRoute(Order), .. Enum.GetValues<UsualGiveBack>().Select(reason => new AdminGiveBackForRoute(Order, reason)),
        new AdminGiveBackGoRoute(Order, AdminRefundGoRoute.MarkOf("Ошибка")), new AdminOrdersRoute(1000, "87aed2e36a"), new AdminOrdersRoute(1, "a:b"),
        new AdminDismissRoute(User, IsSure: false), new AdminDismissRoute(User, IsSure: true),
    ];
}
