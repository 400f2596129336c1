using System.Collections.Frozen;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Control;

/// <summary>What can be done here, read from the doors themselves: a lever that is not told of here is seen by its missing word.</summary>
internal static class ControlIndex
{
    private const string Root = "/control";

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["GET /control"] = "this list",
        ["POST /control/text"] =
            "a person writes: chat_id, text; name, username, language_code, reply_to if you like; in a group from, anonymous",
        ["POST /control/edit"] = "a person edits a message of theirs: chat_id, message_id, text",
        ["POST /control/repeat"] = "the update of a message comes once more: chat_id, message_id",
        ["POST /control/click"] = "a person presses a button: chat_id, message_id, data; in a group from",
        ["POST /control/photo"] = "a person sends a photo: chat_id, base64, caption",
        ["POST /control/media"] = "a person sends a file: chat_id, kind (photo, video, audio, voice, document, …), base64, file_name, mime",
        ["POST /control/pay"] = "a person pays an invoice: chat_id, message_id or link",
        ["POST /control/block"] = "a person stops the bot or lets it in again: chat_id, blocked",
        ["GET /control/groups"] = "the groups, their members and what the bot may do there; ?as= only those of one person",
        ["POST /control/groups"] = "people found a group: title, members ({id, name, username, language_code}, the founder first), type",
        ["POST /control/groups/members"] = "members come, go, become admins: chat_id, from, add, remove, promote, anonymous",
        ["POST /control/groups/bot"] = "the bot is let in, made admin, silenced, removed: chat_id, from, status",
        ["POST /control/groups/title"] = "the group gets another name: chat_id, from, title",
        ["POST /control/groups/migrate"] = "the group becomes a supergroup: chat_id, from",
        ["POST /control/inline"] = "a person types the bot's name and words in a chat: chat_id, from, query, offset; waits for the list",
        ["POST /control/inline/choose"] = "a person posts a line of that list: query_id, result_id",
        ["POST /control/father"] = "what @BotFather lets an owner choose: inline, privacy, inline_feedback_one_of",
        ["POST /control/fail"] = "the next calls of a Bot API method fail: method, error_code, description, times",
        ["POST /control/update"] = "the bot gets an update in any words: update",
        ["GET /control/clock"] = "what time it is here",
        ["POST /control/clock"] = "time passes: advance_ms",
        ["GET /control/settings"] = "the switches of the messenger",
        ["POST /control/settings"] = "turns them: strict_webhooks, rate_limits, callback_window_ms, owner_has_premium, old_server, …",
        ["POST /control/reset"] = "chats, files, faults and the clock start anew",
        ["GET /control/bots"] = "the bots, and how they get their updates",
        ["POST /control/bots"] = "one more bot: token, username",
        ["GET /control/log"] = "the calls of the Bot API; ?after=",
        ["GET /control/shop"] = "whether the shop is still opening",
        ["GET /control/chats/{id:long}"] = "a chat as its person sees it, a group as=; ?after= waits for something new, ?last= brings only so much",
        ["GET /control/files/{fileId}"] = "a file of a chat",
        ["GET /control/kie"] = "what goes wrong at the provider of generations",
        ["POST /control/kie"] = "turns that dial: duration_ms, fail, lose_callbacks, …; an empty object turns all off",
        ["GET /control/kie/tasks"] = "the provider's books",
        ["GET /control/kie/catalogue"] = "what is changed in its list of models",
        ["POST /control/kie/catalogue"] = "changes a model of that list: its price, whether it is there",
        ["POST /control/kie/catalogue/list"] = "how the list itself fails",
        ["POST /control/kie/catalogue/feed"] = "how its public price page fails",
        ["GET /control/yookassa"] = "what goes wrong at the provider of card payments",
        ["POST /control/yookassa"] = "turns that dial",
        ["GET /control/yookassa/payments"] = "its payments",
        ["POST /control/yookassa/act"] = "what a payer or the bank does there",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void MapControlIndex(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Root, (IEnumerable<EndpointDataSource> doors) => Results.Json(new LeverList([.. Levers(doors)]), BotApiJson.Options));

    private static IEnumerable<Lever> Levers(IEnumerable<EndpointDataSource> doors) => doors
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .SelectMany(Levers)
        .OrderBy(lever => lever.Path, StringComparer.Ordinal);

    private static IEnumerable<Lever> Levers(RouteEndpoint door)
    {
        var path = $"/{door.RoutePattern.RawText?.Trim('/')}";
        var methods = door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(method => method != "HEAD") ?? [];
        return path == Root || path.StartsWith($"{Root}/", StringComparison.Ordinal)
            ? methods.Select(method => new Lever(method, path, Words.GetValueOrDefault($"{method} {path}")))
            : [];
    }

    private sealed record LeverList(IReadOnlyList<Lever> Levers);

    private sealed record Lever(string Method, string Path, string? Does);
}
