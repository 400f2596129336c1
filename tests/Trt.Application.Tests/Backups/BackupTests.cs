using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Backups;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Infrastructure.Backups;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Backups;

/// <summary>The shop copies its database by itself: when it is time, by one instance, with room made for the next ones.</summary>
public sealed class BackupTests : ShopTest
{
    private string _folder = "";

    protected override Task<TestShop> OpenShop()
    {
        _folder = Path.Combine(Directory.CreateTempSubdirectory("trt-backups-").FullName, "kept");
        return TestShop.Open(
            new ShopOptions { Owners = [TestShop.Owner], Backups = new BackupTerms { KeepDays = 2, KeepWeeks = 2 } },
            others: services => services.AddSingleton(new BackupOptions { Folder = _folder }));
    }

    [TearDown]
    public void Clean() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public async Task One_is_made_when_it_is_due_and_not_before()
    {
        var made = (await Due()).ShouldBeOfType<BackupOutcome.Made>();
        (await Due()).ShouldBeOfType<BackupOutcome.NotNow>();
        Shop.Clock.Advance(TimeSpan.FromHours(23));
        (await Due()).ShouldBeOfType<BackupOutcome.NotNow>();
        Shop.Clock.Advance(TimeSpan.FromHours(1));
        (await Due()).ShouldBeOfType<BackupOutcome.Made>().Kept.Name.ShouldNotBe(made.Kept.Name);
        File.ReadAllText($"{made.Kept.Path}.sha256").ShouldBe($"{made.Kept.Checksum}  {made.Kept.Name}\n");
    }

    [Test]
    public async Task Of_several_instances_one_makes_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Due()));
        outcomes.OfType<BackupOutcome.Made>().ShouldHaveSingleItem();
        Directory.GetFiles(_folder, "*.zip").ShouldHaveSingleItem();
        Directory.GetFiles(_folder, "*.part").ShouldBeEmpty();
    }

    [Test]
    public async Task Old_ones_make_room_for_new_ones()
    {
        for (var day = 0; day < 6; day++)
        {
            (await Due()).ShouldBeOfType<BackupOutcome.Made>();
            Shop.Clock.Advance(TimeSpan.FromDays(1));
        }

        var kept = await Shop.Ask(db => db.Backups.Where(backup => backup.RemovedAt == null).Select(backup => backup.Name).ToListAsync());
        kept.Count.ShouldBeInRange(3, 5);
        Directory.GetFiles(_folder, "*.zip").Select(Path.GetFileName).ShouldBe(kept, ignoreOrder: true);
        Directory.GetFiles(_folder, "*.sha256").Length.ShouldBe(kept.Count);
    }

    [Test]
    public async Task The_newest_copy_is_known_however_many_have_failed_since()
    {
        (await Shop.Send(new LookAtBackups())).ShouldSatisfyAllConditions(view => view.Kept.ShouldBe(0), view => view.Age.ShouldBeNull());
        var made = (await Due()).ShouldBeOfType<BackupOutcome.Made>();
        Directory.Delete(_folder, recursive: true);
        await File.WriteAllTextAsync(_folder, "a file where the folder should be");
        Shop.Clock.Advance(TimeSpan.FromDays(1));
        for (var failures = 0; failures < 25; failures++)
        {
            (await Due()).ShouldBeOfType<BackupOutcome.Failed>();
            Shop.Clock.Advance(TimeSpan.FromMinutes(31));
        }

        var view = await Shop.Send(new LookAtBackups());
        (view.LastGood?.Name, view.Kept, view.IsOld).ShouldBe((made.Kept.Name, 1, true));
        view.Age!.Value.TotalHours.ShouldBe(24 + (25 * 31 / 60d), 0.1);
        await Shop.HearAlerts();
        Shop.Mail.Alerts.OfType<Matter.BackupsMissing>().First().LastAt.ShouldNotBeNull();
    }

    [Test]
    public async Task A_failure_is_told_at_once_tried_again_after_half_an_hour_and_its_end_is_told_too()
    {
        await File.WriteAllTextAsync(_folder, "a file where the folder should be");
        (await Due()).ShouldBeOfType<BackupOutcome.Failed>().Problem.ShouldContain(_folder);
        await Shop.HearAlerts();
        Shop.Mail.Alerts.OfType<Matter.BackupsMissing>().ShouldHaveSingleItem().LastAt.ShouldBeNull();
        (await Shop.Send(new LookAtBackups())).IsOld.ShouldBeTrue();

        File.Delete(_folder);
        (await Due()).ShouldBeOfType<BackupOutcome.NotNow>();
        Shop.Clock.Advance(TimeSpan.FromMinutes(31));
        (await Due()).ShouldBeOfType<BackupOutcome.Made>();
        (await Shop.Send(new LookAtBackups())).IsOld.ShouldBeFalse();
        await Shop.Send(new TendMatters());
        (await Shop.Ask(db => db.OperatorMatters.SingleAsync(standing => standing.Subject == "backups"))).IsOver.ShouldBeTrue();
    }

    /// <summary>The instance that began it died; nobody wrote down a failure.</summary>
    [Test]
    public async Task A_copy_that_nobody_has_ended_is_begun_anew()
    {
        await Due();
        Shop.Clock.Advance(TimeSpan.FromDays(1));
        await Shop.Ask(async db =>
        {
            await using var work = await db.Begin(CancellationToken.None);
            db.Backups.Add(Backup.Begin(_folder, Shop.Clock.GetUtcNow()));
            await work.Commit(CancellationToken.None);
            return 0;
        });
        (await Due()).ShouldBeOfType<BackupOutcome.NotNow>();
        Shop.Clock.Advance(TimeSpan.FromHours(4));
        (await Due()).ShouldBeOfType<BackupOutcome.Made>();
    }

    [Test]
    public void All_of_the_last_days_stay_then_one_of_each_week_and_the_newest_whatever_its_age()
    {
        var now = Shop.Clock.GetUtcNow();
        var daily = Enumerable.Range(0, 60).Select(age => Backup.Begin("there", now.AddDays(-age))).ToList();
        var outdated = BackupRotation.Outdated(daily, new BackupTerms { KeepDays = 7, KeepWeeks = 4 }, now);
        var kept = daily.Except(outdated).Select(backup => (int)(now - backup.BegunAt).TotalDays).ToList();
        kept.Take(8).ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
        kept.Count.ShouldBeInRange(10, 12);
        kept.Max().ShouldBeInRange(21, 28);
        BackupRotation.Outdated([daily[59]], new BackupTerms { KeepDays = 1, KeepWeeks = 0 }, now).ShouldBeEmpty();
    }

    private Task<BackupOutcome> Due() => Shop.Send(new MakeDueBackup());
}
