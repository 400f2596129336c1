using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Trt.Sandbox.Control;
using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Files;

namespace Trt.Sandbox.Tests.Telegram;

internal sealed class ChatMemoryTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("chats-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task The_next_sandbox_goes_on_with_the_chats_and_their_files()
    {
        byte[] picture = Pictures.Png(64, 48);
        string photo;
        await using (var first = SandboxHost.Build(0, new SandboxClock()))
        {
            photo = Say(first, picture);
            Memory(first).Keep();
        }

        await using var second = SandboxHost.Build(0, new SandboxClock());
        Memory(second).Recall();

        var room = Bot(second).Room(42)!;
        room.Person!.FirstName.ShouldBe("Anna");
        room.Entries.Select(entry => entry.Message.Text ?? entry.Message.Caption).ShouldBe(["hello", "like this"]);
        room.Entries.ShouldAllBe(entry => entry.IsFromUser);
        var file = second.Services.GetRequiredService<FileStore>().Find(photo).ShouldNotBeNull();
        file.Content.ToArray().ShouldBe(picture);
        file.Shown.ShouldNotBeNull();
        Say(second, picture).ShouldNotBe(photo, "names of files go on and do not begin anew");
    }

    [Test]
    public async Task A_group_is_remembered_with_who_is_in_it()
    {
        long group;
        await using (var first = SandboxHost.Build(0, new SandboxClock()))
        {
            var grouping = first.Services.GetRequiredService<Grouping>();
            group = grouping.Found(new GroupRequest { Title = "Друзья", Members = [new(42, "Anna", null, "ru"), new(43, "Boris", null, "ru")] }).ChatId;
            grouping.SetBot(new GroupBotRequest { ChatId = group, From = 42, Status = "administrator" });
            first.Services.GetRequiredService<Writing>().Write(new TextRequest { ChatId = group, From = 43, Text = "hello" });
            Memory(first).Keep();
        }

        await using var second = SandboxHost.Build(0, new SandboxClock());
        Memory(second).Recall();

        var room = Bot(second).Room(group)!;
        room.Chat.Title.ShouldBe("Друзья");
        room.Group!.BotStatus.ShouldBe("administrator");
        room.Group.Members.Select(member => (member.User.Id, member.Status)).ShouldBe([(42, "creator"), (43, "member")]);
        room.Entries.Last().Message.Text.ShouldBe("hello");
        var another = second.Services.GetRequiredService<Grouping>().Found(new GroupRequest { Title = "Ещё", Members = [new(42, "Anna", null, "ru")] });
        another.ChatId.ShouldNotBe(group);
    }

    [Test]
    public async Task What_cannot_be_read_is_left_behind()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "chats.json"), "{ \"rooms\": 7 }");
        await using var sandbox = SandboxHost.Build(0, new SandboxClock());

        Memory(sandbox).Recall();

        Bot(sandbox).Rooms.ShouldBeEmpty();
    }

    /// <returns>The file_id of the photo.</returns>
    private static string Say(WebApplication sandbox, byte[] picture)
    {
        sandbox.Services.GetRequiredService<Writing>().Write(new TextRequest { ChatId = 42, Text = "hello", Name = "Anna" });
        sandbox.Services.GetRequiredService<Sending>().SendPhoto(
            new PhotoRequest { ChatId = 42, Base64 = Convert.ToBase64String(picture), Caption = "like this" });
        return Bot(sandbox).Room(42)!.Entries.Last().Message.Photo![^1].FileId;
    }

    private static BotAccount Bot(WebApplication sandbox) => sandbox.Services.GetRequiredService<TelegramWorld>().Bot(SandboxDefaults.BotToken)!;

    private ChatMemory Memory(WebApplication sandbox) => new(Bot(sandbox), sandbox.Services.GetRequiredService<FileStore>(), _folder);
}
