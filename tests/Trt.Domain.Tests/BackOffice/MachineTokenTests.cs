using Trt.Domain.BackOffice;

namespace Trt.Domain.Tests.BackOffice;

public sealed class MachineTokenTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void What_is_kept_is_not_what_was_shown_and_leads_back_to_it()
    {
        var (token, secret) = Issue();
        MachineToken.DigestOf(secret).ShouldBe(token.Digest);
        MachineToken.DigestOf(secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A')).ShouldNotBe(token.Digest);
        Issue().Secret.ShouldNotBe(secret);
    }

    [TestCase("")]
    [TestCase("trt_")]
    [TestCase("nonsense")]
    [TestCase("xyz_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_cannot_be_a_token_is_seen_without_asking_anybody(string secret) => MachineToken.DigestOf(secret).ShouldBeNull();

    [Test]
    public void It_is_good_until_it_expires_or_is_revoked()
    {
        var (token, _) = Issue();
        token.IsGood(Noon.AddDays(30).AddSeconds(-1)).ShouldBeTrue();
        token.IsGood(Noon.AddDays(30)).ShouldBeFalse();
        token.Revoke(Noon).ShouldBeTrue();
        token.IsGood(Noon).ShouldBeFalse();
        token.Revoke(Noon.AddHours(1)).ShouldBeFalse();
        token.RevokedAt.ShouldBe(Noon);
    }

    [Test]
    public void Its_last_use_is_written_down_once_a_minute()
    {
        var (token, _) = Issue();
        token.Use(Noon).ShouldBeTrue();
        token.Use(Noon.AddSeconds(59)).ShouldBeFalse();
        token.Use(Noon.AddSeconds(60)).ShouldBeTrue();
        token.LastUsedAt.ShouldBe(Noon.AddSeconds(60));
    }

    [Test]
    public void Each_scope_has_a_name_and_opens_what_it_says_and_nothing_else()
    {
        foreach (var scope in TokenScopes.All)
        {
            TokenScopes.Read(scope.Name()).ShouldBe(scope);
        }

        TokenScopes.Read("everything").ShouldBeNull();
        AdminAct[] opened = [.. TokenScopes.All.SelectMany(scope => Enum.GetValues<AdminAct>().Where(act => scope.Opens(act))).Distinct()];
        opened.ShouldBe(
            [AdminAct.LookAround, AdminAct.MoveMoney, AdminAct.TendOrders, AdminAct.ReadFigures, AdminAct.RunShop], ignoreOrder: true);
        TokenScopes.All.Where(scope => scope.Opens(AdminAct.MoveMoney)).ShouldBe([TokenScope.OrdersWrite]);
        Issue().Token.Scopes.ShouldBe([TokenScope.OrdersRead, TokenScope.MoneyRead]);
    }

    [TestCase("Night")]
    [TestCase("night report")]
    [TestCase("")]
    public void A_name_that_no_table_can_show_is_refused(string name) => Should.Throw<InvalidOperationException>(
        () => MachineToken.Issue(name, [TokenScope.OrdersRead], TimeSpan.FromDays(1), "operator:root", Noon));

    private static (MachineToken Token, string Secret) Issue() => MachineToken.Issue(
        "night-report", [TokenScope.MoneyRead, TokenScope.OrdersRead, TokenScope.MoneyRead], TimeSpan.FromDays(30), "operator:root", Noon);
}
