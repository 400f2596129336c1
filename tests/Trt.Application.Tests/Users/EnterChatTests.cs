using Microsoft.EntityFrameworkCore;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Users;
using Trt.Domain.Shared;
using Trt.Domain.Users;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Users;

/// <summary>Someone writes to us, for the first time or again.</summary>
public sealed class EnterChatTests : ShopTest
{
    private static readonly UserId Anna = new(501);

    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions
    {
        CallbackSecret = [1],
        Terms = new ShopTerms { WelcomeBalance = Money.Rubles(300) },
    });

    [Test]
    public async Task A_newcomer_is_known_from_the_first_word_on_and_finds_the_welcome_balance()
    {
        (await Enter()).ShouldBe(new CustomerFacts(Anna, Language.English, IsNew: true) { FreeLeft = new ShopTerms().Free.PerDay, Welcome = Money.Rubles(300) });
        (await Shop.Balance(Anna)).Available.ShouldBe(Money.Rubles(300));
        (await Known()).ShouldSatisfyAllConditions(
            user => (user.Name, user.Username, user.Language).ShouldBe(("Anna", "anna", Language.English)),
            user => user.CreatedAt.ShouldBe(Shop.Clock.GetUtcNow()),
            user => user.HasLeft.ShouldBeFalse());
    }

    [Test]
    public async Task Whoever_is_known_is_not_new_and_is_not_welcomed_with_money_again()
    {
        await Enter();
        (await Enter()).IsNew.ShouldBeFalse();
        (await Shop.Balance(Anna)).Available.ShouldBe(Money.Rubles(300));
    }

    [Test]
    public async Task Twenty_first_words_at_once_are_one_newcomer_with_one_welcome()
    {
        var facts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Enter()));
        facts.Count(fact => fact.IsNew).ShouldBe(1);
        (await Shop.Balance(Anna)).Available.ShouldBe(Money.Rubles(300));
    }

    [Test]
    public async Task The_same_update_again_changes_nothing()
    {
        await Enter(updateId: 7);
        await Should.ThrowAsync<DuplicateUpdateException>(() => Enter(name: "Other", updateId: 7));
        (await Known()).Name.ShouldBe("Anna");
    }

    [Test]
    public async Task A_new_name_is_kept_and_the_chosen_language_stays()
    {
        await Enter();
        await Shop.Send(new ChooseLanguage(Anna, Language.Russian));
        (await Enter(name: "Anna-Maria", username: null)).Language.ShouldBe(Language.Russian, "what the messenger guesses counts only for newcomers");
        (await Known()).ShouldSatisfyAllConditions(user => user.Name.ShouldBe("Anna-Maria"), user => user.Username.ShouldBeNull());
    }

    [Test]
    public async Task A_name_of_any_length_is_taken()
    {
        await Enter(name: new string('я', 5000));
        (await Known()).Name.Length.ShouldBe(User.NameLengthMax);
    }

    [Test]
    public async Task The_day_of_the_last_word_is_the_day_of_the_shop()
    {
        Shop.Clock.Set(new DateTimeOffset(2026, 11, 21, 21, 30, 0, TimeSpan.Zero));
        await Enter();
        (await Known()).SeenOn.ShouldBe(new DateOnly(2026, 11, 22), "half past midnight in Moscow");
    }

    [Test]
    public async Task Whoever_is_blocked_comes_in_and_is_known_as_blocked()
    {
        await Enter();
        await Shop.Execute($"UPDATE users SET blocked_at = now(), block_reason = 'fraud' WHERE id = {Anna}");
        (await Enter()).IsBlocked.ShouldBeTrue();
    }

    [Test]
    public async Task On_return_a_refusal_that_could_not_be_told_is_told()
    {
        await Enter();
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.Moderation, "no"));
        Shop.Chat.NextFailure(new SendOutcome.RecipientGone());
        var order = await Shop.Order(Anna);
        await Shop.Send(new LeaveChat(Anna));
        await Shop.Pass(TimeSpan.FromSeconds(2));
        Shop.Chat.Failures.ShouldBeEmpty();

        await Enter();
        await Shop.Pass(TimeSpan.FromSeconds(2));
        Shop.Chat.Failures.ShouldHaveSingleItem().Generation.Id.ShouldBe(order);
        (await Known()).HasLeft.ShouldBeFalse();
    }

    private Task<CustomerFacts> Enter(string name = "Anna", string? username = "anna", long? updateId = null) =>
        Shop.Send(new EnterChat(Anna, name, username, Language.English, new Cid("test")), updateId);

    private Task<User> Known() => Shop.Ask(db => db.Users.SingleAsync());
}
