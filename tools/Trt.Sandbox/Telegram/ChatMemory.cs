using System.Text.Json;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Payments;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram;

/// <summary>
/// What was said in the chats of a bot, and the files in them, in a folder: the next sandbox goes on with them as the shop goes on with its
/// data. Updates under way and payments begun are not kept.
/// </summary>
internal sealed class ChatMemory(BotAccount bot, FileStore files, string folder)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly string _book = Path.Combine(folder, "chats.json");
    private long _kept;

    /// <summary>What another version has written and this one cannot read is left behind.</summary>
    public void Recall()
    {
        if (!File.Exists(_book) || Read() is not { } memory)
        {
            return;
        }

        foreach (var file in memory.Files.Where(file => File.Exists(PathOf(file.FileId))))
        {
            files.Restore(file.With(File.ReadAllBytes(PathOf(file.FileId))));
        }

        lock (bot.Gate)
        {
            foreach (var kept in memory.Rooms)
            {
                Recall(kept);
            }

            _kept = Version();
        }
    }

    public void Keep()
    {
        Memory memory;
        lock (bot.Gate)
        {
            if (Version() is var now && now == _kept)
            {
                return;
            }

            _kept = now;
            memory = new Memory([.. bot.Rooms.Select(KeptRoom.Of)], [.. files.All().Select(KeptFile.Of)]);
            Directory.CreateDirectory(Path.Combine(folder, "files"));
        }

        foreach (var file in files.All().Where(file => !File.Exists(PathOf(file.FileId))))
        {
            Write(PathOf(file.FileId), file.Content.Span);
        }

        Write(_book, BotApiJson.Bytes(memory));
    }

    /// <summary>Every two seconds: who is killed has lost no more.</summary>
    public async Task KeepOn(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, TimeProvider.System, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Keep();
        }
    }

    private void Recall(KeptRoom kept)
    {
        var room = kept.Group is { } group ? Found(group) : bot.RoomOf(bot.World.Meet(kept.User!));
        room.IsStarted = true;
        foreach (var entry in kept.Entries)
        {
            if (room.Chat.Type != Chat.Supergroup)
            {
                bot.GoOnBehind(entry.Message.MessageId);
            }

            room.Add(new ChatEntry(entry.Message)
            {
                IsFromUser = entry.IsFromUser,
                HasReplyKeyboard = entry.HasReplyKeyboard,
                Order = entry.Order,
            });
        }

        if (kept.IsBlocked)
        {
            room.Block(true);
        }
    }

    private ChatRoom Found(KeptGroup kept)
    {
        var room = bot.Found(kept.Chat);
        var group = room.Group!;
        (group.BotStatus, group.HasHeardBot, group.MigratedTo) = (kept.BotStatus, kept.HasHeardBot, kept.MigratedTo);
        foreach (var member in kept.Members)
        {
            group.Put(member with { User = bot.World.Meet(member.User) });
        }

        return room;
    }

    private Memory? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Memory>(File.ReadAllBytes(_book), BotApiJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A change in any chat changes it; so does a reset.</summary>
    private long Version() => bot.Rooms.Sum(room => room.Version) + bot.Rooms.Count();

    private string PathOf(string fileId) => Path.Combine(folder, "files", fileId);

    /// <summary>Whole or not at all, whenever the program ends.</summary>
    private static void Write(string path, ReadOnlySpan<byte> content)
    {
        File.WriteAllBytes($"{path}.new", content);
        File.Move($"{path}.new", path, overwrite: true);
    }

    private sealed record Memory(IReadOnlyList<KeptRoom> Rooms, IReadOnlyList<KeptFile> Files);

    /// <param name="User">Nobody in a group.</param>
    private sealed record KeptRoom(User? User, bool IsBlocked, IReadOnlyList<KeptEntry> Entries, KeptGroup? Group = null)
    {
        public static KeptRoom Of(ChatRoom room) => new(
            room.Person, room.IsBlocked,
            [.. room.Entries.Select(entry => new KeptEntry(entry.Message, entry.IsFromUser, entry.HasReplyKeyboard, entry.Order))],
            room.Group is { } group
                ? new KeptGroup(room.Chat, group.BotStatus, group.HasHeardBot, group.MigratedTo, [.. group.Members])
                : null);
    }

    private sealed record KeptGroup(
        Chat Chat, string BotStatus, bool HasHeardBot, long? MigratedTo, IReadOnlyList<GroupMember> Members);

    private sealed record KeptEntry(Message Message, bool IsFromUser, bool HasReplyKeyboard, Order? Order);

    private sealed record KeptFile(
        string FileId, string UniqueId, FileKind Kind, long BotId, string Path, string? FileName, string? MimeType, JsonElement? Shown)
    {
        public static KeptFile Of(StoredFile file) => new(
            file.FileId, file.UniqueId, file.Kind, file.BotId, file.Path, file.FileName, file.MimeType,
            file.Shown is { } shown ? BotApiJson.Element(shown) : null);

        public StoredFile With(byte[] content) => new()
        {
            FileId = FileId,
            UniqueId = UniqueId,
            Kind = Kind,
            BotId = BotId,
            Content = content,
            Path = Path,
            FileName = FileName,
            MimeType = MimeType,
            Shown = Shown is { } shown ? Read(shown) : null,
        };

        private object? Read(JsonElement shown) => Kind switch
        {
            FileKind.Photo => shown.Deserialize<IReadOnlyList<PhotoSize>>(BotApiJson.Options),
            FileKind.Video => shown.Deserialize<Video>(BotApiJson.Options),
            FileKind.Animation => shown.Deserialize<Animation>(BotApiJson.Options),
            FileKind.Audio => shown.Deserialize<Audio>(BotApiJson.Options),
            FileKind.VoiceNote => shown.Deserialize<Voice>(BotApiJson.Options),
            FileKind.VideoNote => shown.Deserialize<VideoNote>(BotApiJson.Options),
            FileKind.Sticker => shown.Deserialize<Sticker>(BotApiJson.Options),
            FileKind.Document => shown.Deserialize<Document>(BotApiJson.Options),
            FileKind.Thumbnail => null,
        };
    }
}
