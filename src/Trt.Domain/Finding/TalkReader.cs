using static Trt.Domain.Finding.Sense;

namespace Trt.Domain.Finding;

/// <summary>Tells what is said to the shop from what is to be made.</summary>
internal static class TalkReader
{
    /// <summary>A question to the shop is short; a longer text tells of a picture or a song.</summary>
    private const int ContentMax = 3;
    private const int GreetingWordsMax = 5;

    private static readonly Sense[] Makes =
        [Draw, Shoot, Animate, Enhance, Restyle, Transcribe, Sing, Speak, Edit, Write, Lyrics];

    private static readonly Sense[] Small =
        [Hello, Thanks, Bye, Fine, Filler, This, For, And, Mine, Who, How, Best, Price, Me];

    public static Talk? Read(Sentence phrase)
    {
        var count = phrase.Words.Count;
        if (count == 0)
        {
            return Talk.Unclear;
        }

        var unknown = Enumerable.Range(0, count).Count(phrase.IsUnknown);
        var asks = unknown <= ContentMax && !phrase.Has(Makes);
        return Question(phrase, asks) ?? Greeting(phrase, unknown);
    }

    private static Talk? Question(Sentence phrase, bool asks)
    {
        var makes = phrase.Has(Make) && phrase.Head() is not null;
        if (phrase.Has(Support) && phrase.Head() is null && !phrase.Has(Draw))
        {
            return Talk.Support;
        }

        if (!asks || makes)
        {
            return null;
        }

        var isAboutMoney = phrase.Has(Money);
        return
            phrase.Has(Promo) ? Talk.Promo
            : isAboutMoney && phrase.Has(Price) && (phrase.Has(Mine) || IsLeft(phrase)) ? Talk.Balance
            : phrase.Has(TopUp) && phrase.Has(How, Where) ? Talk.TopUp
            : (phrase.Has(Refund) && (isAboutMoney || phrase.Has(Mine, Order, How, Filler) || phrase.Words.Count <= 2))
                || (isAboutMoney && phrase.Has(Where, Missing, How) && !phrase.Has(TopUp))
                || (isAboutMoney && phrase.Words.Any(word => word.Text.StartsWith("спис", StringComparison.Ordinal)
                    || word.Text is "charged" or "charge")) ? Talk.Money
            : phrase.Has(TopUp) && (phrase.Has(Balance, Money, How, Where, Filler) || phrase.Words.Count <= 2)
                && phrase.Head() is null ? Talk.TopUp
            : phrase.Has(Balance) && (phrase.Has(Mine, Price, Show, How, Filler, Where) || phrase.Words.Count <= 2) ? Talk.Balance
            : phrase.Has(Support) ? Talk.Support
            : phrase.Has(Broken) ? Talk.Support
            : (phrase.Has(Where, Missing) && (phrase.Has(Order)
                || (phrase.Has(Mine, This) && phrase.Head() is not null || IsGone(phrase))))
                || (phrase.Has(Order) && phrase.Has(Mine, Show)) ? Talk.Orders
            : phrase.Has(Invite) ? Talk.Invite
            : (phrase.Has(Who) && !phrase.Has(Hello)) || IsHowTo(phrase) ? Talk.HowTo
            : null;
    }

    private static bool IsLeft(Sentence phrase) =>
        phrase.Words.Any(word => word.Text is "left" || word.Text.StartsWith("остал", StringComparison.Ordinal));

    private static bool IsGone(Sentence phrase) =>
        phrase.Has(Missing, Where) && (phrase.Has(Mine) || phrase.Has(Missing)) && phrase.Has(Image, Film, Song);

    private static bool IsHowTo(Sentence phrase) => phrase.Has(How) && !phrase.Has(Hello)
        && (phrase.Words.Any(word => word.Text.StartsWith("польз", StringComparison.Ordinal)
            || word.Text.StartsWith("работа", StringComparison.Ordinal)
            || word.Text is "use" or "work" or "works" or "start" or "begin" || word.Text.StartsWith("нача", StringComparison.Ordinal))
            || phrase.Words.Count <= 2
            || Enumerable.Range(0, phrase.Words.Count).All(at => phrase.IsOnly(at, sense => sense == How || Small.Contains(sense))));

    private static Talk? Greeting(Sentence phrase, int unknown)
    {
        var said = Enumerable.Range(0, phrase.Words.Count).Where(at => !phrase.IsOnly(at, sense => Small.Contains(sense))).Count();
        var isShort = phrase.Words.Count <= GreetingWordsMax && said == unknown && unknown <= 1;
        if (said > 0 && !(isShort && (phrase.At(0, Thanks) || phrase.At(0, Hello) || phrase.At(0, Bye))))
        {
            return null;
        }

        return phrase.Has(Thanks) ? Talk.Thanks
            : phrase.Has(Hello) ? Talk.Hello
            : phrase.Has(Who) ? Talk.HowTo
            : phrase.Has(Bye, Fine) ? Talk.Thanks
            : Talk.Unclear;
    }
}
