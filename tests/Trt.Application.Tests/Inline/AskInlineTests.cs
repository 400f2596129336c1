using Microsoft.EntityFrameworkCore;
using Trt.Application.Finding;
using Trt.Application.Generations;
using Trt.Application.Inline;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Inline;

/// <summary>A list in another chat: what it shows to whom, and what typing costs.</summary>
public sealed class AskInlineTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(20);

    [Test]
    public async Task A_letter_costs_no_write_and_the_last_text_is_written_once()
    {
        var anna = await Shop.NewCustomer();
        foreach (var typed in new[] { "к", "ко", "кот", "кот в", "кот в очках" })
        {
            (await Shop.Send(new AskInline(anna, typed, 0))).Code.ShouldNotBeNull();
        }

        (await Ideas()).ShouldBeEmpty();
        await Shop.Send(new KeepIdeas());
        await Shop.Send(new KeepIdeas());
        (await Ideas()).ShouldHaveSingleItem().Text.ShouldBe("кот в очках");
    }

    [Test]
    public async Task A_text_has_one_code_and_another_person_has_another()
    {
        var (anna, boris) = (await Shop.NewCustomer(), await Shop.NewCustomer());
        var code = (await Shop.Send(new AskInline(anna, " кот ", 0))).Code;
        (await Shop.Send(new AskInline(anna, "кот", 0))).Code.ShouldBe(code);
        (await Shop.Send(new AskInline(boris, "кот", 0))).Code.ShouldNotBe(code);
    }

    [Test]
    public async Task Whoever_presses_before_it_is_written_is_served_from_memory()
    {
        var (anna, boris) = (await Shop.NewCustomer(), await Shop.NewCustomer());
        var code = (await Shop.Send(new AskInline(anna, "кот в очках", 0))).Code!;
        (await Shop.Send(new TakeIdea(boris, code))).ShouldBeOfType<HeardView.Proposed>().Kept.ShouldSatisfyAllConditions(
            kept => kept.UserId.ShouldBe(boris),
            kept => kept.Text.ShouldBe("кот в очках"));
        (await Shop.Send(new TakeIdea(boris, "unknown"))).ShouldBeOfType<HeardView.Forgotten>();
    }

    [Test]
    public async Task What_is_posted_is_kept_however_often_the_messenger_says_so()
    {
        var anna = await Shop.NewCustomer();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Shop.Send(new KeepChosenIdea(anna, "code", "лиса"))));
        (await Ideas()).ShouldHaveSingleItem().Text.ShouldBe("лиса");
    }

    [Test]
    public async Task Only_ones_own_delivered_work_is_listed_and_never_what_was_deleted()
    {
        var (anna, boris) = (await Shop.NewCustomer(100), await Shop.NewCustomer());
        var order = await Delivered(anna);
        (await Shop.Send(new AskInline(anna, "", 0))).Pieces.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            piece => piece.Piece.Generation.ShouldBe(order),
            piece => piece.Words.ShouldBe("a lighthouse"));
        (await Shop.Send(new AskInline(anna, "LIGHT", 0))).Pieces.ShouldHaveSingleItem();
        (await Shop.Send(new AskInline(anna, "100%_dog", 0))).Pieces.ShouldBeEmpty();
        (await Shop.Send(new AskInline(boris, "", 0))).Pieces.ShouldBeEmpty();
        (await Shop.Send(new AskInline(anna, "", 20))).Pieces.ShouldBeEmpty();
        (await Shop.Send(new DeleteWork(anna, order))).ShouldBe(DeleteOutcome.Deleted);
        (await Shop.Send(new AskInline(anna, "", 0))).Pieces.ShouldBeEmpty();
    }

    [Test]
    public async Task A_stranger_gets_ideas_and_is_registered_nowhere()
    {
        var list = await Shop.Send(new AskInline(new UserId(404), "a red fox", 0));
        list.Ideas.Count.ShouldBe(3);
        list.Language.ShouldBeNull();
        list.Pieces.ShouldBeEmpty();
        (await Shop.Ask(db => db.Users.CountAsync())).ShouldBe(0);
    }

    private Task<List<Idea>> Ideas() => Shop.Ask(db => db.Ideas.AsNoTracking().ToListAsync());

    private async Task<GenerationId> Delivered(UserId user)
    {
        var order = await Shop.Order(user);
        await Shop.Pass(AMoment);
        return order;
    }
}
