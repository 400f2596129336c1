using Trt.Browser.Tests.Driving;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

internal sealed class ScrollTests : PageTest
{
    [Test]
    public async Task New_messages_are_in_view_while_the_reader_is_at_the_end()
    {
        await BeginChat();
        var ids = await FillChat();

        await Expect(Chat.Message(ids[^1])).ToBeInViewportAsync();
        (await Chat.DistanceFromEnd()).ShouldBeLessThan(2);
        await Expect(Chat.NewMessages).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_reader_who_has_scrolled_up_stays_there_and_is_told_of_new_messages()
    {
        await BeginChat();
        var ids = await FillChat();
        await Chat.ScrollTo(300);
        await Expect(Chat.NewMessages).ToBeVisibleAsync();
        var before = await ChatPageDriver.TopOf(Chat.Message(ids[10]));

        var last = await Bot.Say(Person.Id, "Новое");
        await Expect(Chat.NewMessages).ToHaveTextAsync("1");

        (await ChatPageDriver.TopOf(Chat.Message(ids[10]))).ShouldBe(before, tolerance: 1);
        await Chat.NewMessages.ClickAsync();
        await Expect(Chat.Message(last)).ToBeInViewportAsync();
        await Expect(Chat.NewMessages).ToBeHiddenAsync();
    }

    [Test]
    public async Task An_edit_above_does_not_move_what_is_being_read()
    {
        await BeginChat();
        var ids = await FillChat();
        await Chat.ScrollTo(500);
        await Expect(Chat.NewMessages).ToBeVisibleAsync();
        var before = await ChatPageDriver.TopOf(Chat.Message(ids[20]));

        await Bot.Edit(Person.Id, ids[0], string.Join('\n', Enumerable.Repeat("Строка 1 стала длиннее", 12)));

        await Expect(Chat.Message(ids[0])).ToContainTextAsync("стала длиннее");
        (await ChatPageDriver.TopOf(Chat.Message(ids[20]))).ShouldBe(before, tolerance: 1);
    }

    [Test]
    public async Task Who_writes_sees_their_own_message()
    {
        await BeginChat();
        await FillChat();
        await Chat.ScrollTo(0);
        await Expect(Chat.NewMessages).ToBeVisibleAsync();

        await Chat.Send("Я здесь");

        await Expect(await Chat.WaitForMessage("Я здесь")).ToBeInViewportAsync();
    }
}
