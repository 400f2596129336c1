using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

internal static class GrowthTexts
{
    public static string InviteButton(Language l) => l.Pick("🎁 Пригласить друга", "🎁 Invite a friend");

    public static string ShareButton(Language l) => l.Pick("📨 Отправить другу", "📨 Send to a friend");

    public static string PromoButton(Language l) => l.Pick("🎟 Промокод", "🎟 Promo code");

    public static string GiftButton(Language l) => l.Pick("🎁 Забрать подарок", "🎁 Take my gift");

    public static string AnotherCode(Language l) => l.Pick("🎟 Ввести ещё раз", "🎟 Enter again");

    public static Html InviteTitle(Language l) => l.Pick(Html.Of($"<b>Пригласите друга</b>"), Html.Of($"<b>Invite a friend</b>"));

    public static Html FriendGets(Language l, int free) => l.Pick(
        Html.Of($"🎁 Другу — {Free(l, free)}, сразу."),
        Html.Of($"🎁 Your friend gets {Free(l, free)} at once."));

    public static Html YouGet(Language l, int free, RewardMoment at) => l.Pick(
        Html.Of($"🎁 Вам — {Free(l, free)}{When(l, at)}."),
        Html.Of($"🎁 You get {Free(l, free)}{When(l, at)}."));

    public static Html Share(Language l, int percent, Money max) => l.Pick(
        Html.Of($"💳 И {percent} % от первого пополнения друга на ваш баланс, до {max.In(l)}."),
        Html.Of($"💳 And {percent}% of your friend’s first top-up on your balance, up to {max.In(l)}."));

    public static Html LinkLater(Language l) => l.Pick(
        Html.Of($"Ваша ссылка для друзей будет готова через минуту."),
        Html.Of($"Your link for friends will be ready in a minute."));

    public static Html Link(Language l, Uri link) => l.Pick(
        Html.Of($"Ваша ссылка:\n<code>{link.AbsoluteUri}</code>"),
        Html.Of($"Your link:\n<code>{link.AbsoluteUri}</code>"));

    public static Html Rules(Language l, int perDay) => l.Pick(
        Html.Of($"Засчитываем тех, кто здесь впервые. Награждаем до {perDay} приглашений в день. Бонусные генерации не сгорают и тратятся на бесплатных моделях, когда закончатся сегодняшние."),
        Html.Of($"Friends who are here for the first time count, up to {perDay} a day. Bonus generations never expire and are spent on the free models after today’s free ones."));

    public static Html Totals(Language l, int invited, int rewarded, int free, Money money) => invited == 0
        ? Html.Empty
        : Html.Lines(
            l.Pick(
                Html.Of($"Пришли по вашей ссылке: {invited}, с наградой: {rewarded}"),
                Html.Of($"Came by your link: {invited}, rewarded: {rewarded}")),
            l.Pick(
                Html.Of($"Вы получили: {Free(l, free)}{(money.IsZero ? "" : $" и {money.In(l)}")}"),
                Html.Of($"You have earned: {Free(l, free)}{(money.IsZero ? "" : $" and {money.In(l)}")}")));

    /// <summary>What the friend reads above the link.</summary>
    public static string ShareText(Language l, int free) => free > 0
        ? l.Pick($"Картинки, видео, голос и музыка от лучших нейросетей прямо в Telegram. По моей ссылке — {Free(l, free)} в подарок.", $"Images, video, voice and music by the best AI models, right in Telegram. My link brings you {Free(l, free)} as a gift.")
        : l.Pick("Картинки, видео, голос и музыка от лучших нейросетей прямо в Telegram.", "Images, video, voice and music by the best AI models, right in Telegram.");

    /// <summary>On the newcomer's first screen.</summary>
    public static Html Welcome(Language l, int free) => l.Pick(
        Html.Of($"🎁 Подарок от друга: {Free(l, free)}. Они уже ваши."),
        Html.Of($"🎁 A gift from your friend: {Free(l, free)}, yours already."));

    public static Html FriendCame(Language l, int free, RewardMoment at) => free > 0
        ? l.Pick(
            Html.Of($"🎉 <b>По вашей ссылке пришёл друг</b>\n\n{Free(l, free)} — ваши{When(l, at)}."),
            Html.Of($"🎉 <b>A friend came by your link</b>\n\n{Free(l, free)} will be yours{When(l, at)}."))
        : l.Pick(
            Html.Of($"🎉 <b>По вашей ссылке пришёл друг</b>\n\nСпасибо, что рассказываете о нас."),
            Html.Of($"🎉 <b>A friend came by your link</b>\n\nThank you for telling about us."));

    public static Html FreeEarned(Language l, int free) => l.Pick(
        Html.Of($"🎁 <b>{Free(l, free)} за друга</b>\n\nОни уже ваши и не сгорают."),
        Html.Of($"🎁 <b>{Free(l, free)} for your friend</b>\n\nThey are yours already and never expire."));

    public static Html MoneyEarned(Language l, Money share) => l.Pick(
        Html.Of($"💳 <b>{share.In(l)} на ваш баланс</b>\n\nДруг, которого вы пригласили, впервые пополнил счёт."),
        Html.Of($"💳 <b>{share.In(l)} on your balance</b>\n\nThe friend you invited has topped up for the first time."));

    public static Html AskForPromo(Language l) => l.Pick(
        Html.Of($"<b>Промокод</b>\n\nПришлите его следующим сообщением. Большие и маленькие буквы не важны."),
        Html.Of($"<b>Promo code</b>\n\nSend it as your next message. Capitals do not matter."));

    public static Html PromoMoney(Language l, Money amount) => l.Pick(
        Html.Of($"✅ <b>{amount.In(l)} на вашем балансе</b>\n\nПромокод принят."),
        Html.Of($"✅ <b>{amount.In(l)} on your balance</b>\n\nThe promo code is accepted."));

    public static Html PromoFree(Language l, int free) => l.Pick(
        Html.Of($"✅ <b>{Free(l, free)} ваши</b>\n\nОни не сгорают и тратятся на бесплатных моделях, когда закончатся сегодняшние."),
        Html.Of($"✅ <b>{Free(l, free)} are yours</b>\n\nThey never expire and are spent on the free models after today’s free ones."));

    public static Html PromoPercent(Language l, int percent, Money max) => l.Pick(
        Html.Of($"✅ <b>+{percent} % к следующему пополнению</b>\n\nБонус придёт вместе с ним, до {max.In(l)}."),
        Html.Of($"✅ <b>+{percent}% on your next top-up</b>\n\nThe bonus comes with it, up to {max.In(l)}."));

    public static Html TopUpBoost(Language l, TopUpBoost boost) => l.Pick(
        Html.Of($"🎟 <b>+{boost.Percent} % к следующему пополнению</b>, до {boost.BonusMax.In(l)}. Бонус по промокоду {boost.Code} придёт вместе с ним."),
        Html.Of($"🎟 <b>+{boost.Percent}% on your next top-up</b>, up to {boost.BonusMax.In(l)}. The bonus of the promo code {boost.Code} comes with it."));

    public static Html TopUpBonus(Language l, TopUpBonus bonus) => l.Pick(
        Html.Of($"🎟 <b>И ещё {bonus.Amount.In(l)} в подарок</b> по промокоду {bonus.Code}"),
        Html.Of($"🎟 <b>And {bonus.Amount.In(l)} as a bonus</b> by the promo code {bonus.Code}"));

    public static Html NotACode(Language l) => l.Pick(
        Html.Of($"Промокод — одно слово из букв и цифр, от {PromoCode.LengthMin} до {PromoCode.LengthMax} знаков."),
        Html.Of($"A promo code is one word of letters and digits, {PromoCode.LengthMin} to {PromoCode.LengthMax} characters."));

    public static Html PromoNotValid(Language l) => l.Pick(
        Html.Of($"Такой промокод не действует. Проверьте, нет ли опечатки."),
        Html.Of($"This promo code is not valid. Please check it for a typo."));

    public static Html PromoAlreadyUsed(Language l) => l.Pick(
        Html.Of($"Вы уже воспользовались этим промокодом."),
        Html.Of($"You have used this promo code already."));

    public static Html BoostIsWaiting(Language l) => l.Pick(
        Html.Of($"У вас уже есть бонус к следующему пополнению. Этот промокод пригодится после него."),
        Html.Of($"You already have a bonus for your next top-up. Keep this code for the time after it."));

    public static Html TooManyTries(Language l, TimeSpan wait)
    {
        var minutes = l.Count(Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes)), ("минуту", "минуты", "минут"), ("minute", "minutes"));
        return l.Pick(
            Html.Of($"Слишком много неверных промокодов. Попробуйте через {minutes}."),
            Html.Of($"Too many wrong promo codes. Please try again in {minutes}."));
    }

    public static Html GiftGiven(Language l, Money amount, Money balance) => l.Pick(
        Html.Of($"🎁 <b>{amount.In(l)} — ваш подарок</b>\n\nСейчас на балансе: {balance.In(l)}"),
        Html.Of($"🎁 <b>{amount.In(l)} is your gift</b>\n\nYou now have: {balance.In(l)}"));

    public static Html GiftTakenBefore(Language l, Money amount) => l.Pick(
        Html.Of($"Вы уже забрали свой подарок: {amount.In(l)}."),
        Html.Of($"You have taken your gift already: {amount.In(l)}."));

    public static Html NoGift(Language l) => l.Pick(
        Html.Of($"Сейчас подарков нет. Зато за каждого друга — бесплатные генерации."),
        Html.Of($"There are no gifts right now. But every friend brings you free generations."));

    public static Html GiftsGoneForToday(Language l) => l.Pick(
        Html.Of($"Сегодняшние подарки разобрали. Завтра будут новые."),
        Html.Of($"Today’s gifts are all taken. There are new ones tomorrow."));

    public static Html LowBalance(Language l, Money balance, string? model, Money price) => model is null
        ? l.Pick(
            Html.Of($"На балансе осталось {balance.In(l)}. На такой же заказ нужно {price.In(l)}."),
            Html.Of($"{balance.In(l)} left on your balance. The same order takes {price.In(l)}."))
        : l.Pick(
            Html.Of($"На балансе осталось {balance.In(l)}. На ещё один заказ «{model}» нужно {price.In(l)}."),
            Html.Of($"{balance.In(l)} left on your balance. One more {model} takes {price.In(l)}."));

    private static string Free(Language l, int count) => l.Count(
        count,
        ("бесплатная генерация", "бесплатные генерации", "бесплатных генераций"),
        ("free generation", "free generations"));

    private static string When(Language l, RewardMoment at) => at switch
    {
        RewardMoment.Arrival => l.Pick(", сразу", " at once"),
        RewardMoment.FirstGeneration => l.Pick(", как только друг получит первый результат", " as soon as your friend has a first result"),
        RewardMoment.FirstPayment => l.Pick(", как только друг впервые пополнит баланс", " as soon as your friend tops up for the first time"),
    };
}
