using Microsoft.EntityFrameworkCore;
using Trt.Application.Users;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Users;

public sealed class ChooseLanguageTests : ShopTest
{
    [Test]
    public async Task The_language_changes_for_whoever_chose_it_and_for_nobody_else()
    {
        var (anna, boris) = (await Shop.NewCustomer(), await Shop.NewCustomer());
        await Shop.Send(new ChooseLanguage(anna, Language.English));
        (await LanguageOf(anna), await LanguageOf(boris)).ShouldBe((Language.English, Language.Russian));

        await Shop.Send(new ChooseLanguage(anna, Language.Russian));
        (await LanguageOf(anna)).ShouldBe(Language.Russian);
    }

    [Test]
    public async Task Nobody_is_made_by_choosing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Shop.Send(new ChooseLanguage(new UserId(404), Language.English)));
        (await Shop.Ask(db => db.Users.CountAsync())).ShouldBe(0);
    }

    private Task<Language> LanguageOf(UserId user) => Shop.Ask(db => db.Users.Where(found => found.Id == user).Select(found => found.Language).SingleAsync());
}
