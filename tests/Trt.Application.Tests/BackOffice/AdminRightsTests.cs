using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Admins;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.BackOffice.Broadcasts;
using Trt.Application.BackOffice.Contracts;
using Trt.Application.BackOffice.Costs;
using Trt.Application.BackOffice.Dashboard;
using Trt.Application.BackOffice.Figures;
using Trt.Application.BackOffice.Health;
using Trt.Application.BackOffice.Orders;
using Trt.Application.BackOffice.People;
using Trt.Application.BackOffice.Promos;
using Trt.Application.BackOffice.Reports;
using Trt.Application.BackOffice.Settings;
using Trt.Application.BackOffice.Tokens;
using Trt.Application.BackOffice.Work;
using Trt.Application.Backups;
using Trt.Application.Payments;
using Trt.Application.Payments.Transfers;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Users;
using Trt.Domain.BackOffice;
using Trt.Domain.Growth;
using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.BackOffice;

/// <summary>Who may do what behind the counter. Whoever is not known may do nothing, whichever door they try.</summary>
public sealed class AdminRightsTests : ShopTest
{
    protected override Task<TestShop> OpenShop() => BackOffice.Open();

    private static IEnumerable<(object Request, Func<TestShop, Task<bool>> IsDenied)> EveryRequest(UserId who)
    {
        var by = new Actor.InChat(who);
        var someone = new UserId(1);
        var payment = PaymentId.New(DateTimeOffset.UnixEpoch);
        var order = GenerationId.New(DateTimeOffset.UnixEpoch);
        var period = new ExportPeriod(ExportPeriod.Beginning, ExportPeriod.Beginning);
        return
        [
            Denied(new FindUsers(by, "")),
            Denied(new ShowUser(by, someone)),
            Denied(new ListUserGenerations(by, someone)),
            Denied(new FindOrders(by, "87aed2e36a")),
            Denied(new ListOrders(by, OrderFilter.Everything)),
            Denied(new ShowOrder(by, order)),
            Denied(new ReadInputs(by, order)),
            Denied(new BringInputFiles(who, order, new Cid("test"))),
            Denied(new GiveBack(by, order, "because", new Cid("test"))),
            Denied(new SendOrderAgain(by, order, new Cid("test"))),
            Denied(new LookAtOrder(by, order)),
            Denied(new ListUserPayments(by, someone)),
            Denied(new ShowUserPayment(by, payment)),
            Denied(new RefundPayment(by, payment, "because", false, new Cid("test"))),
            Denied(new ShowTransferCase(who, payment)),
            Denied(new BringWaitingTransfers(who, new Cid("test"))),
            Denied(new ApproveTransfer(who, payment, null, new Cid("test"))),
            Denied(new RejectTransfer(who, payment, "because", new Cid("test"))),
            Denied(new BlockUser(by, someone, "because")),
            Denied(new UnblockUser(by, someone)),
            Denied(new WriteAdjustment(who, someone, 100, "because")),
            Denied(new SignAdjustment(who, Guid.CreateVersion7(DateTimeOffset.UnixEpoch), false, false, new Cid("test"))),
            Denied(new DropAdjustment(who, Guid.CreateVersion7(DateTimeOffset.UnixEpoch))),
            Denied(new SearchModels(by, "nano")),
            Denied(new ListBroadcasts(by)),
            Denied(new ShowBroadcast(by, Guid.CreateVersion7(DateTimeOffset.UnixEpoch))),
            Denied(new ComposeBroadcast(by)),
            Denied(new PreviewBroadcast(by, new Cid("test"))),
            Denied(new StartBroadcast(by, Guid.CreateVersion7(DateTimeOffset.UnixEpoch), 1, new Cid("test"))),
            Denied(new StopBroadcast(by, Guid.CreateVersion7(DateTimeOffset.UnixEpoch))),
            Denied(new BrowseSettings(by)),
            Denied(new LookAtSetting(by, "rate")),
            Denied(new TuneSetting(by, "rate", "90", IsTrial: true)),
            Denied(new UndoSetting(by, "rate")),
            Denied(new HideModel(by, new ModelId("z-image"), "because", null, new Cid("test"))),
            Denied(new BringModelBack(by, new ModelId("z-image"))),
            Denied(new PriceLine(by, new SkuId(new ModelId("z-image"), "default"), null, IsTrial: true)),
            Denied(new WatchPromos(by)),
            Denied(new WatchPromo(by, "mark")),
            Denied(new IssuePromo(by, null, new PromoValue.FreeGenerations(1), 1, 1)),
            Denied(new WithdrawPromo(by, "CODE")),
            Denied(new OpenStarts(by)),
            Denied(new ListAdmins(by)),
            Denied(new AppointAdmin(by, who)),
            Denied(new DismissAdmin(by, someone)),
            Denied(new ShowStatistics(by)),
            Denied(new ShowFigures(by)),
            Denied(new WatchHealth(by)),
            Denied(new WatchModel(by, new ModelId("z-image"))),
            Denied(new SpeakForModel(by, new ModelId("z-image"), null)),
            Denied(new WatchCosts(by)),
            Denied(new WatchModelCosts(by, new ModelId("z-image"))),
            Denied(new AnswerForCosts(by, new ModelId("z-image"), CostWord.Accept)),
            Denied(new WatchContracts(by)),
            Denied(new WatchContract(by, new ModelId("z-image"))),
            Denied(new SellAsChanged(by, new ModelId("z-image"), "")),
            Denied(new ListAudit(by)),
            Denied(new LeafAudit(by)),
            Denied(new LeafOrders(by)),
            Denied(new LeafPayments(by)),
            Denied(new ShowFunnel(by, FigurePeriod.Day)),
            Denied(new WatchRange(by)),
            Denied(new OpenTransferPicture(by, payment, 1)),
            Denied(new ListStuckWork(by)),
            Denied(new ParkWork(by, Guid.Empty, "the disk is small")),
            Denied(new ReplayOutbox(by)),
            Denied(new ReplayCallbacks(by)),
            Denied(new TakeParkedUpdate(by, 1)),
            Denied(new DropParkedUpdate(by, 1, DateTimeOffset.UnixEpoch)),
            Denied(new WatchBackups(by)),
            Denied(new IssueToken(by, "report", [TokenScope.MoneyRead], 1)),
            Denied(new ListTokens(by)),
            Denied(new RevokeToken(by, "report")),
            Denied(new InviteToDashboard(who)),
            Denied(new ListSessions(by)),
            Denied(new EndSessions(by, who)),
            Denied(new OrderExport(who, ExportTable.Ledger, 7, new Cid("test"))),
            Denied(new WriteExport(by, ExportTable.Users, period, Stream.Null)),
        ];
    }

    [Test]
    public async Task A_stranger_is_refused_everything_and_each_try_is_written_down()
    {
        var stranger = await Shop.NewCustomer();
        var requests = EveryRequest(stranger).ToList();
        foreach (var (request, isDenied) in requests)
        {
            (await isDenied(Shop)).ShouldBeTrue(request.GetType().Name);
            Shop.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var written = await Shop.Ask(db => db.Audit.Where(entry => entry.Action == "admin.refused").ToListAsync());
        written.Select(entry => entry.After).ShouldBe(requests.Select(request => request.Request.GetType().Name), ignoreOrder: true);
        written.ShouldAllBe(entry => entry.Actor == $"operator:{stranger}");
        (await Shop.Ask(db => db.Adjustments.CountAsync())).ShouldBe(0);
    }

    [Test]
    public void Every_request_from_behind_the_counter_is_in_this_inventory() =>
        EveryRequest(new UserId(1)).Select(each => each.Request.GetType()).ShouldBe(
            typeof(IAdminRequest<>).Assembly.GetTypes().Where(type => type.GetInterfaces().Any(
                contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IAdminRequest<>))),
            ignoreOrder: true);

    [Test]
    public async Task An_admin_may_serve_customers_but_not_appoint_nor_take_the_data_out()
    {
        var admin = await Shop.NewAdmin();
        var denied = new List<string>();
        foreach (var (request, isDenied) in EveryRequest(admin))
        {
            if (await isDenied(Shop))
            {
                denied.Add(request.GetType().Name);
            }
        }

        denied.ShouldBe([nameof(RefundPayment), nameof(ListBroadcasts), nameof(ShowBroadcast), nameof(ComposeBroadcast), nameof(PreviewBroadcast),
            nameof(StartBroadcast), nameof(StopBroadcast), nameof(BrowseSettings), nameof(LookAtSetting),
            nameof(WatchPromos), nameof(WatchPromo), nameof(IssuePromo), nameof(WithdrawPromo), nameof(TuneSetting), nameof(UndoSetting), nameof(HideModel), nameof(BringModelBack), nameof(PriceLine), nameof(OpenStarts), nameof(ListAdmins), nameof(AppointAdmin), nameof(DismissAdmin), nameof(OrderExport), nameof(WriteExport),
            nameof(ListStuckWork), nameof(ParkWork), nameof(ReplayOutbox), nameof(ReplayCallbacks), nameof(TakeParkedUpdate), nameof(DropParkedUpdate),
            nameof(WatchBackups), nameof(IssueToken), nameof(ListTokens), nameof(RevokeToken)], ignoreOrder: true);
    }

    [TestCase(AdminRole.Support)]
    [TestCase(AdminRole.Limited)]
    [TestCase(AdminRole.Admin)]
    [TestCase(AdminRole.Owner)]
    public async Task What_a_role_may_not_is_refused_at_every_door(AdminRole role)
    {
        var person = await Shop.NewCustomer();
        await Shop.Given(new AppointAdmin(BackOffice.ByOwner, person, Role: role));
        var denied = new List<string>();
        foreach (var (request, isDenied) in EveryRequest(person).Where(each => each.Request is not (AppointAdmin or DismissAdmin)))
        {
            if (await isDenied(Shop))
            {
                denied.Add(request.GetType().Name);
            }
        }

        string[] looks =
        [
            nameof(FindUsers), nameof(ShowUser), nameof(ListUserGenerations), nameof(ListUserPayments), nameof(ShowUserPayment), nameof(ShowStatistics),
            nameof(SearchModels), nameof(WatchHealth), nameof(WatchModel), nameof(WatchCosts), nameof(WatchModelCosts), nameof(WatchContracts), nameof(WatchContract),
            nameof(FindOrders), nameof(ListOrders), nameof(ShowOrder), nameof(LookAtOrder), nameof(SendOrderAgain), nameof(ReadInputs), nameof(BringInputFiles),
            nameof(LeafOrders), nameof(LeafPayments), nameof(WatchRange), nameof(InviteToDashboard), nameof(ListSessions), nameof(EndSessions),
        ];
        var all = EveryRequest(person).Select(each => each.Request.GetType().Name).Except([nameof(AppointAdmin), nameof(DismissAdmin)]).ToList();
        (role switch
        {
            AdminRole.Support => all.Except(denied).Order().SequenceEqual(looks.Order()),
            AdminRole.Owner => denied.Count == 0,
            _ => denied.Contains(nameof(OrderExport)) && denied.Contains(nameof(ListAdmins)) && denied.Contains(nameof(OpenStarts)) == (role == AdminRole.Limited),
        }).ShouldBeTrue(string.Join(", ", denied));
    }

    [Test]
    public async Task A_role_is_changed_and_taken_with_a_trace_and_holds_at_once()
    {
        var person = await Shop.NewCustomer();
        (await Shop.Given(new AppointAdmin(BackOffice.ByOwner, person, Role: AdminRole.Admin))).ShouldBe(
            new AppointResult.Appointed(AdminRole.Admin, Money.Rubles(100)));
        (await Shop.Send(new ShowRights(person))).ShouldBe(new AdminRights(AdminRole.Admin));
        (await Shop.Given(new AppointAdmin(BackOffice.ByOwner, person, Role: AdminRole.Support))).ShouldBe(
            new AppointResult.RoleChanged(AdminRole.Admin, AdminRole.Support));
        (await Shop.Send(new OpenStarts(new Actor.InChat(person)))).ShouldBe(Guarded<bool>.No);
        (await Shop.Given(new DismissAdmin(BackOffice.ByOwner, person))).ShouldBeTrue();
        (await Shop.Send(new ShowRights(person))).ShouldBe(AdminRights.None);
        var trail = await Shop.Ask(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => $"{entry.Action} {entry.Before}->{entry.After}").ToListAsync());
        trail.ShouldBe(["admin.appointed ->Admin", "admin.role Admin->Support", $"admin.refused ->{nameof(OpenStarts)}", "admin.dismissed Support->"], ignoreOrder: true);
    }

    [Test]
    public async Task An_admin_without_a_limit_credits_more_than_a_day_and_is_asked_twice_for_much()
    {
        var (person, customer) = (await Shop.NewCustomer(), await Shop.NewCustomer());
        await Shop.Given(new AppointAdmin(BackOffice.ByOwner, person, Role: AdminRole.Admin));
        var adjustment = await Shop.Write(person, customer, 5000);
        (await Shop.Sign(person, adjustment)).ShouldBeOfType<AdjustmentView.ToSign>().IsSecond.ShouldBeTrue();
        (await Shop.Sign(person, adjustment, isSecond: true)).ShouldBeOfType<AdjustmentView.Booked>();
    }

    /// <summary>S29: names and usernames are anybody's; the number alone counts.</summary>
    [Test]
    public async Task The_name_and_username_of_an_owner_open_nothing()
    {
        await Shop.Send(new EnterChat(BackOffice.Owner, "Boss", "the_boss", Language.Russian, new Cid("test")));
        var spoof = new UserId(666_777);
        await Shop.Send(new EnterChat(spoof, "Boss", "the_boss", Language.Russian, new Cid("test")));
        (await Shop.Send(new ShowRights(spoof))).ShouldBe(AdminRights.None);
        (await Shop.Send(new ShowRights(BackOffice.Owner))).Role.ShouldBe(AdminRole.Owner);
        (await Shop.Send(new ShowUser(new Actor.InChat(spoof), BackOffice.Owner))).ShouldBe(Guarded<UserProfile?>.No);
    }

    [Test]
    public async Task Without_owners_in_the_settings_nobody_gets_in()
    {
        await using var shop = await TestShop.Open(new ShopOptions { CallbackSecret = [1, 2, 3] });
        (await shop.Send(new ShowRights(new UserId(0)))).ShouldBe(AdminRights.None);
        (await shop.Send(new ShowRights(BackOffice.Owner))).ShouldBe(AdminRights.None);
    }

    [Test]
    public async Task A_dismissed_admin_is_a_customer_again_at_once()
    {
        var admin = await Shop.NewAdmin();
        (await Shop.Given(new DismissAdmin(BackOffice.ByOwner, admin))).ShouldBeTrue();
        (await Shop.Given(new DismissAdmin(BackOffice.ByOwner, admin))).ShouldBeFalse();
        (await Shop.Send(new FindUsers(new Actor.InChat(admin), ""))).ShouldBe(Guarded<UserListing>.No);
        (await Shop.Given(new ListAdmins(BackOffice.ByOwner))).Admins.ShouldBeEmpty();
    }

    [Test]
    public async Task Somebody_who_never_wrote_an_owner_and_a_blocked_customer_are_not_appointed()
    {
        (await Shop.Given(new AppointAdmin(BackOffice.ByOwner, new UserId(4_000_000)))).ShouldBeOfType<AppointResult.UnknownPerson>();
        (await Shop.Given(new AppointAdmin(BackOffice.ByOwner, BackOffice.Owner))).ShouldBeOfType<AppointResult.IsOwner>();
        var blocked = await Shop.NewCustomer();
        await Shop.Given(new BlockUser(BackOffice.ByOwner, blocked, "spam"));
        (await Shop.Given(new AppointAdmin(BackOffice.ByOwner, blocked))).ShouldBeOfType<AppointResult.IsBlocked>();
    }

    [Test]
    public async Task Who_knocks_all_day_fills_no_table()
    {
        var stranger = await Shop.NewCustomer();
        for (var knock = 0; knock < 30; knock++)
        {
            await Shop.Send(new StepBehindCounter(new Actor.InChat(stranger)));
        }

        (await Shop.Ask(db => db.Audit.CountAsync())).ShouldBe(20);
    }

    [Test]
    public async Task The_audit_trail_tells_who_did_what_when_and_why_page_by_page()
    {
        var customer = await Shop.NewCustomer();
        for (var round = 0; round < 4; round++)
        {
            await Shop.Given(new BlockUser(BackOffice.ByOwner, customer, $"round {round}"));
            Shop.Clock.Advance(TimeSpan.FromSeconds(1));
            await Shop.Given(new UnblockUser(BackOffice.ByOwner, customer));
            Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await Shop.Given(new ListAudit(BackOffice.ByOwner));
        first.Lines.HasMore.ShouldBeTrue();
        first.Lines.Items.Select(entry => entry.Action).Take(2).ShouldBe(["user.unblocked", "user.blocked"]);
        var last = await Shop.Given(new ListAudit(BackOffice.ByOwner, Page: 2));
        (last.Lines.HasMore, last.Lines.Items.Count).ShouldBe((false, 2));
        last.Lines.Items[^1].ShouldSatisfyAllConditions(
            entry => entry.Actor.ShouldBe("operator:700"),
            entry => entry.Subject.ShouldBe($"user:{customer}"),
            entry => entry.Reason.ShouldBe("round 0"));
        (await Shop.Given(new ListAudit(BackOffice.ByOwner, Subject: "user:1"))).Lines.Items.ShouldBeEmpty();
    }

    private static (object Request, Func<TestShop, Task<bool>> IsDenied) Denied<T>(IAdminRequest<T> request) =>
        (request, async shop => await shop.Send(request) is Guarded<T>.Denied);
}
