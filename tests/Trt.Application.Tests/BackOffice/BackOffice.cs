using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Admins;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>A shop with an owner, for tests behind its counter.</summary>
internal static class BackOffice
{
    public static readonly UserId Owner = new(700);

    public static Actor ByOwner { get; } = new Actor.InChat(Owner);

    public static Task<TestShop> Open(AdminTerms? terms = null) => TestShop.Open(new ShopOptions
    {
        CallbackSecret = [1, 2, 3],
        Owners = [Owner],
        Admins = terms ?? new AdminTerms(),
    });

    public static async Task<UserId> NewAdmin(this TestShop shop, decimal rublesPerDay = 100)
    {
        var admin = await shop.NewCustomer();
        (await shop.Given(new AppointAdmin(ByOwner, admin, Money.Rubles(rublesPerDay)))).ShouldBeOfType<AppointResult.Appointed>();
        return admin;
    }

    /// <summary>The answer of a request that must not be refused.</summary>
    public static async Task<T> Given<T>(this TestShop shop, IAdminRequest<T> request) =>
        (await shop.Send(request)).ShouldBeOfType<Guarded<T>.Given>().Value;

    public static async Task<Adjustment> Write(this TestShop shop, UserId admin, UserId customer, decimal rubles, string reason = "complaint 17") =>
        (await shop.Given(new WriteAdjustment(admin, customer, (long)(rubles * 100), reason))).ShouldBeOfType<AdjustmentView.ToSign>().Adjustment;

    public static Task<AdjustmentView> Sign(this TestShop shop, UserId admin, Adjustment adjustment, bool isSecond = false, bool isSilent = false) =>
        shop.Given(new SignAdjustment(admin, adjustment.Id, isSecond, isSilent, new Cid("test")));
}
