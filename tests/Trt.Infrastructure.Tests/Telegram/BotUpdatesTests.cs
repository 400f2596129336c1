using System.Text.Json.Nodes;
using Telegram.Bot.Types.Enums;
using Trt.Infrastructure.Telegram;

namespace Trt.Infrastructure.Tests.Telegram;

/// <summary>Asking for updates: whatever one of them is, those that came with it are read.</summary>
public sealed class BotUpdatesTests
{
    private const string Good = """{"update_id":9,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"Кот"}}""";

    private static readonly (string Name, string Json)[] Rubbish =
    [
        ("a member of a new status", """{"update_id":8,"my_chat_member":{"chat":{"id":1},"new_chat_member":{"status":"resting"}}}"""),
        ("an id beyond 32 bits", """{"update_id":5000000000,"message":{"message_id":5000000000,"date":1,"chat":{"id":1}}}"""),
        ("a text that is none", """{"update_id":8,"message":{"text":{}}}"""),
        ("a date past the year 9999", """{"update_id":8,"message":{"date":99999999999999999}}"""),
        ("an id that is none", """{"update_id":"x"}"""),
        ("no object", "7"),
        ("nothing", "null"),
        ("a nesting without end", $$"""{"update_id":8,"x":{{new string('[', 500)}}{{new string(']', 500)}}}"""),
    ];

    private BotApiStub _telegram = null!;
    private BotApi _bot = null!;

    [SetUp]
    public async Task Start()
    {
        _telegram = await BotApiStub.Start();
        _bot = _telegram.Client();
    }

    [TearDown]
    public async Task Stop()
    {
        _bot.Dispose();
        await _telegram.DisposeAsync();
    }

    private static IEnumerable<string> Names => Rubbish.Select(rubbish => rubbish.Name);

    [TestCaseSource(nameof(Names))]
    public async Task One_that_is_odd_does_not_cost_the_batch(string name)
    {
        var odd = Rubbish.Single(rubbish => rubbish.Name == name).Json;
        _telegram.AnswerWith(200, $$"""{"ok":true,"result":[{{odd}},{{Good}}]}""");

        var updates = await _bot.Receive(0, 0, [], CancellationToken.None);

        updates.Count.ShouldBe(2);
        updates[0].Json.ShouldBe(odd);
        updates[1].Id.ShouldBe(9);
        updates[1].Content!.Message!.Text.ShouldBe("Кот");
    }

    [Test]
    public async Task The_question_names_what_is_known_and_what_is_wanted()
    {
        _telegram.AnswerWith(200, """{"ok":true,"result":[]}""");

        (await _bot.Receive(5_000_000_001, 30, [UpdateType.CallbackQuery, UpdateType.MyChatMember], CancellationToken.None)).ShouldBeEmpty();

        _telegram.Last.Path.ShouldEndWith("/getUpdates");
        JsonNode.DeepEquals(
            JsonNode.Parse(_telegram.Last.Body),
            JsonNode.Parse("""{"offset":5000000001,"timeout":30,"allowed_updates":["callback_query","my_chat_member"]}""")).ShouldBeTrue(_telegram.Last.Text);
    }
}
