using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Trt.Api.Bot.Texts;
using Trt.Api.Options;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Updates;

/// <summary>Tells Telegram how updates reach us and which commands we know. What is right already is left alone.</summary>
internal sealed class Reception(BotApi api, BotOptions options, BotIdentity identity)
{
    /// <summary>Under our own address, where updates are brought.</summary>
    public const string WebhookPath = "telegram/webhook";

    public static readonly IReadOnlyList<UpdateType> Kinds =
        [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.PreCheckoutQuery];

    public async Task Prepare(CancellationToken token)
    {
        var me = await api.Call(new GetMeRequest(), token);
        identity.Know(me.Username ?? throw new InvalidOperationException("The messenger knows the bot by no name"));
        if (options.WebhookBase is { } home)
        {
            await api.Call(
                new SetWebhookRequest
                {
                    Url = new Uri(home, WebhookPath).AbsoluteUri,
                    SecretToken = options.WebhookSecret,
                    AllowedUpdates = Kinds,
                    MaxConnections = 100,
                },
                token);
        }
        else
        {
            await api.Call(new DeleteWebhookRequest(), token);
        }

        await api.Call(new SetMyCommandsRequest { Commands = Commands(ru: true) }, token);
        await api.Call(new SetMyCommandsRequest { Commands = Commands(ru: false), LanguageCode = "en" }, token);
    }

    private static List<BotCommand> Commands(bool ru) =>
        [.. GeneralTexts.Commands.Select(
            command => new BotCommand { Command = command.Command, Description = ru ? command.Ru : command.En })];
}
