using System.Text;
using Trt.Api.Bot.Routes;
using Trt.Domain.Shared;

namespace Trt.Api.Tests.Bot;

public sealed class AdminRouteTests
{
    [TestCase("admin_stats", "admin_stats")]
    [TestCase("admin_search", "admin_find")]
    [TestCase("admin_user_info:42", "admin_user:42")]
    [TestCase("admin_topup_user:42", "admin_adjust:42")]
    [TestCase("admin_add", "admin_appoint")]
    [TestCase("admin_settings", "admin_set")]
    [TestCase("admin_gen_nav:next", "admin_menu")]
    [TestCase("adm:root", "admin_menu")]
    [TestCase("adm:users", "admin_users:1:")]
    [TestCase("adm:stats", "admin_stats")]
    [TestCase("adm:export", "admin_export")]
    [TestCase("admin:main", "admin_menu")]
    [TestCase("admin:users:find", "admin_find")]
    [TestCase("admin:users:ban", "admin_find")]
    [TestCase("admin:analytics:errors", "admin_stats")]
    [TestCase("admin:log", "admin_audit:1")]
    [TestCase("admin_logs_24h", "admin_audit:1")]
    public void The_old_operators_buttons_lead_to_what_took_over_their_purpose(string old, string now) =>
        RouteTable.Read(old).ShouldNotBeNull().Data.ShouldBe(now);

    [TestCase("admin_user:-1")]
    [TestCase("admin_user:0")]
    [TestCase("admin_user:٤٢")]
    [TestCase("admin_user:99999999999999999999")]
    [TestCase("admin_user")]
    [TestCase("admin_sign:short:1:1")]
    [TestCase("admin_sign")]
    [TestCase("admin_export:wallets")]
    [TestCase("admin_export:7")]
    public void Forged_arguments_lead_nowhere(string data) => RouteTable.Read(data).ShouldBeNull();

    [Test]
    public void A_query_is_cut_between_characters_so_that_it_fits_into_a_button()
    {
        var cut = AdminUsersRoute.Fit("👩‍👩‍👧 Очень длинное имя клиента");
        Encoding.UTF8.GetByteCount(cut).ShouldBeLessThanOrEqualTo(40);
        cut.ShouldStartWith("👩‍👩‍👧 Очень");
        AdminUsersRoute.Fit(" Анна\nКаренина ").ShouldBe("Анна Каренина");
    }

    [Test]
    public void Two_buttons_of_one_adjustment_differ_in_what_they_sign()
    {
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        new AdminSignRoute(id, IsSecond: false, IsSilent: false).ShouldNotBe(new AdminSignRoute(id, IsSecond: true, IsSilent: false));
        RouteTable.Read(new AdminUserRoute(new UserId(42)).Data).ShouldBe(new AdminUserRoute(new UserId(42)));
    }
}
