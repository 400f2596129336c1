namespace Trt.Domain.Finding;

/// <summary>Tells what is said to the shop from what is to be made.</summary>
internal static class TalkReader
{
    /// <summary>A question to the shop is short; a longer text tells of a picture or a song.</summary>
    private const int ContentMax = 3;
    private const int GreetingWordsMax = 5;

    private static readonly Sense[] Makes =
        [Sense.Draw, Sense.Shoot, Sense.Animate, Sense.Enhance, Sense.Restyle, Sense.Transcribe, Sense.Sing, Sense.Speak, Sense.Edit, Sense.Write, Sense.Lyrics];

    private static readonly Sense[] Small =
        [Sense.Hello, Sense.Thanks, Sense.Bye, Sense.Fine, Sense.Filler, Sense.This, Sense.For, Sense.And, Sense.Mine, Sense.Who, Sense.How, Sense.Best, Sense.Price];

    public static Talk? Read(Phrase phrase)
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

    private static Talk? Question(Phrase phrase, bool asks)
    {
        var makes = phrase.Has(Sense.Make) && phrase.Head() is not null;
        if (phrase.Has(Sense.Support) && phrase.Head() is null && !phrase.Has(Sense.Draw))
        {
            return Talk.Support;
        }

        if (!asks || makes)
        {
            return null;
        }

        var isAboutMoney = phrase.Has(Sense.Money);
        return
            phrase.Has(Sense.Promo) ? Talk.Promo
            : isAboutMoney && phrase.Has(Sense.Price) && phrase.Has(Sense.Mine) ? Talk.Balance
            : phrase.Has(Sense.TopUp) && phrase.Has(Sense.How, Sense.Where) ? Talk.TopUp
            : (phrase.Has(Sense.Refund) && (isAboutMoney || phrase.Has(Sense.Mine, Sense.Order, Sense.How, Sense.Filler) || phrase.Words.Count <= 2))
                || (isAboutMoney && phrase.Has(Sense.Where, Sense.Missing, Sense.How) && !phrase.Has(Sense.TopUp))
                || (isAboutMoney && phrase.Words.Any(word => word.Text.StartsWith("спис", StringComparison.Ordinal) || word.Text is "charged" or "charge")) ? Talk.Money
            : phrase.Has(Sense.TopUp) && (phrase.Has(Sense.Balance, Sense.Money, Sense.How, Sense.Where, Sense.Filler) || phrase.Words.Count <= 2)
                && phrase.Head() is null ? Talk.TopUp
            : phrase.Has(Sense.Balance) && (phrase.Has(Sense.Mine, Sense.Price, Sense.Show, Sense.How, Sense.Filler, Sense.Where) || phrase.Words.Count <= 2) ? Talk.Balance
            : phrase.Has(Sense.Support) ? Talk.Support
            : phrase.Has(Sense.Broken) ? Talk.Support
            : (phrase.Has(Sense.Where, Sense.Missing) && (phrase.Has(Sense.Order) || (phrase.Has(Sense.Mine, Sense.This) && phrase.Head(0) is not null || IsGone(phrase))))
                || (phrase.Has(Sense.Order) && phrase.Has(Sense.Mine, Sense.Show)) ? Talk.Orders
            : phrase.Has(Sense.Invite) ? Talk.Invite
            : phrase.Has(Sense.Who) || IsHowTo(phrase) ? Talk.HowTo
            : null;
    }

    private static bool IsGone(Phrase phrase) =>
        phrase.Has(Sense.Missing, Sense.Where) && (phrase.Has(Sense.Mine) || phrase.Has(Sense.Missing)) && phrase.Has(Sense.Image, Sense.Film, Sense.Song);

    private static bool IsHowTo(Phrase phrase) => phrase.Has(Sense.How)
        && (phrase.Words.Any(word => word.Text.StartsWith("польз", StringComparison.Ordinal) || word.Text.StartsWith("работа", StringComparison.Ordinal)
            || word.Text is "use" or "work" or "works" or "start" or "begin" || word.Text.StartsWith("нача", StringComparison.Ordinal))
            || phrase.Words.Count <= 2);

    private static Talk? Greeting(Phrase phrase, int unknown)
    {
        var said = Enumerable.Range(0, phrase.Words.Count).Where(at => !phrase.IsOnly(at, sense => Small.Contains(sense))).Count();
        var isShort = phrase.Words.Count <= GreetingWordsMax && said == unknown && unknown <= 1;
        if (said > 0 && !(isShort && (phrase.At(0, Sense.Thanks) || phrase.At(0, Sense.Hello) || phrase.At(0, Sense.Bye))))
        {
            return null;
        }

        return phrase.Has(Sense.Thanks) ? Talk.Thanks
            : phrase.Has(Sense.Hello) ? Talk.Hello
            : phrase.Has(Sense.Who) ? Talk.HowTo
            : phrase.Has(Sense.Bye, Sense.Fine) ? Talk.Thanks
            : Talk.Unclear;
    }
}
