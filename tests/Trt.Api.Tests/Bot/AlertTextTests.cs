using System.Text;
using System.Text.RegularExpressions;
using Trt.Api.Bot;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Bot;

/// <summary>Every alert in both languages, when it begins, goes on and is over: read on a phone, by somebody who was not waiting for it.</summary>
public sealed partial class AlertTextTests
{
    private static readonly ModelTitles Titles = new(new FixedCatalog(LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current));
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private static IEnumerable<TestCaseData> Every() =>
        from matter in Samples.Matters
        from language in Enum.GetValues<Language>()
        from news in Enum.GetValues<MatterNews>()
        where matter.Lasts || news == MatterNews.Begins
        where news != MatterNews.Over || !matter.EndsQuietly
        select new TestCaseData(matter, language, news).SetArgDisplayNames(matter.GetType().Name, $"{language}", $"{news}");

    [TestCaseSource(nameof(Every))]
    public void An_alert_says_what_it_is_in_the_readers_language_and_leads_to_the_place(Matter matter, Language language, MatterNews news)
    {
        var screen = AlertScreens.Alert(new AlertNotice(new UserId(1), language, new MatterWord(matter, news, Now.AddMinutes(-65), 5)), Titles, Now);
        var own = string.Join('\n', screen.Text.Plain().Value.Split('\n').Where(line => !line.StartsWith("Подробности:", StringComparison.Ordinal) && !line.StartsWith("Details:", StringComparison.Ordinal)));
        own.Length.ShouldBeInRange(20, 1500);
        (language == Language.Russian ? English() : Cyrillic()).Matches(own).Select(found => found.Value).ShouldBeEmpty(own);
        Machine().Matches(own).Select(found => found.Value).ShouldBeEmpty(own);
        (news == MatterNews.GoesOn && !own.Contains(language == Language.Russian ? "1 ч 5 мин" : "1 h 5 min")).ShouldBeFalse(own);
        screen.Keyboard.Rows.SelectMany(row => row).OfType<Button.Press>().ShouldAllBe(button => RouteTable.Read(button.Data) != null
            && Encoding.UTF8.GetByteCount(button.Data) <= Route.DataBytesMax);
        screen.Keyboard.Rows.Count.ShouldBeGreaterThan(0);
    }

    [Test]
    public void The_sample_shows_every_kind_there_is() =>
        Samples.Matters.Select(matter => matter.GetType()).ShouldBeUnique();

    [TestCase(Language.Russian, "Всё работает")]
    [TestCase(Language.English, "All works")]
    public void A_day_without_anything_is_one_calm_line(Language language, string word)
    {
        var digest = new DigestNotice(
            new UserId(1), language, new DateOnly(2026, 11, 28), new DayFigures(Money.Zero, Money.Zero, 0, 0, 0), Money.Zero, Money.Zero, new WaitingForHands(0, 0, 0, 0, 0));
        AlertScreens.Digest(digest).Text.Value.ShouldContain(word);
        AlertScreens.Digest(digest).Text.Value.ShouldNotContain("\n");
        var busy = AlertScreens.Digest(digest with { Figures = new DayFigures(Money.Rubles(1500), Money.Zero, 12, 1, 3), Spent = Money.Rubles(900), Cost = Money.Rubles(300), Waiting = new WaitingForHands(2, 1, 0, 0, 0) });
        busy.Text.Value.ShouldContain(Money.Rubles(600).In(language));
        busy.Keyboard.Rows[0][0].ShouldBeOfType<Button.Press>().Data.ShouldBe(new AdminTransfersRoute().Data);
    }

    [GeneratedRegex(@"\b[A-Za-z][a-z'’]{2,}(?:[ -][A-Za-z'’]{2,})+")]
    private static partial Regex English();

    [GeneratedRegex("[А-Яа-яЁё]+")]
    private static partial Regex Cyrillic();

    /// <summary>The sample's ids and words of ours that are no words of people.</summary>
    [GeneratedRegex(@"0193f3a0|StartsRefused|NoCredits|ModelUnavailable|\{|\}|\bkie\b|outbox|catalog |\./trt")]
    private static partial Regex Machine();
}
