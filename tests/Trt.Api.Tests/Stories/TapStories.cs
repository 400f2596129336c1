using System.Globalization;
using System.Text.RegularExpressions;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The six commonest journeys, played tap by tap; the README states what is counted here.</summary>
public sealed partial class TapStories
{
    private RunningShop _shop = null!;
    private Thumb _thumb = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.Running;
        _thumb = new Thumb(_shop.NewCustomer());
        await _thumb.Arrives();
    }

    [Test]
    public async Task A_newcomers_free_picture()
    {
        await _thumb.Taps("first_picture:");
        await _thumb.Fills();
        await _thumb.Orders("photo");
        ShouldBeStated("a newcomer's free picture");
    }

    [Test]
    public async Task A_photo_of_ones_own_changed()
    {
        await _thumb.Opens("image", "image-to-image");
        await _thumb.Fills(photo: true);
        await _thumb.Orders("photo");
        ShouldBeStated("a photo of one's own, changed");
    }

    [Test]
    public async Task A_film_from_a_sentence()
    {
        await _thumb.Opens("video", "text-to-video");
        await _thumb.Fills();
        await _thumb.Orders("video");
        ShouldBeStated("a film from a sentence");
    }

    [Test]
    public async Task A_text_read_aloud()
    {
        await _thumb.Opens("audio", "text-to-speech");
        await _thumb.Fills();
        await _thumb.Orders("audio");
        ShouldBeStated("a text read aloud");
    }

    [Test]
    public async Task The_same_again()
    {
        await _thumb.Taps("first_picture:");
        await _thumb.Fills();
        await _thumb.Orders("photo");
        _thumb.StartsCounting();
        await _thumb.Taps("gen_repeat:");
        await _thumb.Orders("photo");
        ShouldBeStated("the same again");
    }

    [Test]
    public async Task An_order_that_lacks_money()
    {
        await _shop.ByHand.SetsAside(_thumb.Person, 30_000);
        await _thumb.Opens("image", "image-to-image");
        await _thumb.Fills(photo: true);
        _thumb.StartsCounting();
        await _thumb.Taps("topup_balance");
        await _thumb.Taps("topup_amount:");
        await _thumb.Taps("pay_stars:");
        await _thumb.Pays();
        await _thumb.Taps("back_to_confirmation");
        await _thumb.Orders("photo");
        ShouldBeStated("from an order that lacks money to its result");
    }

    private void ShouldBeStated(string journey)
    {
        var stated = Row().Matches(Repository.Read("README.md")).Single(row => row.Groups["journey"].Value.Equals(journey, StringComparison.OrdinalIgnoreCase));
        (_thumb.Tapped, _thumb.Sent).ShouldBe((Number(stated, "taps"), Number(stated, "messages")), $"taps and messages of \"{journey}\" in the README");
    }

    private static int Number(Match row, string group) => int.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (?<journey>[^|]+) \| (?<taps>\d+) \| (?<messages>\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    /// <summary>Somebody who takes the first of everything, and counts.</summary>
    private sealed class Thumb(Customer person)
    {
        private const int ScreensMax = 20;

        private string _seen = "";

        public Customer Person => person;

        public int Tapped { get; private set; }

        public int Sent { get; private set; }

        public void StartsCounting() => (Tapped, Sent) = (0, 0);

        public async Task Arrives()
        {
            await person.Say("/start");
            await person.Reads("добро пожаловать");
        }

        /// <summary>From the first screen to the first question of the first model of a kind.</summary>
        public async Task Opens(string intent, string kind)
        {
            await Taps($"cat:{intent}");
            await Taps($"gen_type:{kind}:");
            await Taps("card:");
            await Taps("select_model:");
        }

        /// <param name="data">How the data of the button begin.</param>
        public async Task Taps(string data)
        {
            var (message, button) = ((ChatMessage, string))await Eventually.Get<object>($"a button {data} in the chat of {person.Id}", async () =>
                (await person.FromBot()).Reverse()
                    .SelectMany(message => message.Buttons.Select(button => (message, button.Data)))
                    .Where(found => found.Data.StartsWith(data, StringComparison.Ordinal))
                    .Select(found => (object)found)
                    .FirstOrDefault());
            _seen = Look(await Newest());
            Tapped++;
            await person.Click(message.Id, button);
        }

        /// <summary>Answers until the price card is there.</summary>
        public async Task Fills(bool photo = false)
        {
            for (var screens = 0; screens < ScreensMax; screens++)
            {
                var screen = await Eventually.Get($"a screen after «{_seen}»", async () => await Newest() is { } newest && Look(newest) != _seen ? newest : null);
                var names = screen.Buttons.Select(button => button.Data.Split(':')[0]).ToHashSet();
                if (names.Contains("confirm_generate") || names.Contains("topup_balance"))
                {
                    return;
                }

                await Answers(screen, names, photo && screens == 0);
            }

            throw new InvalidOperationException($"No price after {ScreensMax} screens: {_seen}");
        }

        public async Task Orders(string kind)
        {
            var before = (await person.Got(kind)).Count;
            await Taps("confirm_generate:");
            await Eventually.Holds($"a {kind} for {person.Id}", async () => (await person.Got(kind)).Count > before);
        }

        public async Task Pays()
        {
            Tapped++;
            await person.Pays();
        }

        private async Task Answers(ChatMessage screen, HashSet<string> names, bool withPhoto)
        {
            if (names.FirstOrDefault(name => name is "image_done" or "set_param") is { } press)
            {
                await Taps($"{press}");
                return;
            }

            if (!withPhoto && names.Contains("skip_param"))
            {
                await Taps("skip_param");
                return;
            }

            _seen = Look(screen);
            Sent++;
            await (withPhoto ? person.SendPhoto(Pictures.Png(640, 640)) : person.Say("Маяк на рассвете, тихое море"));
        }

        private async Task<ChatMessage?> Newest() => (await person.FromBot()).LastOrDefault(message => message.Buttons.Any());

        private static string Look(ChatMessage? screen) => screen is null ? "" : $"{screen.Id} {screen.Text} {string.Join(' ', screen.Buttons)}";
    }
}
