using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Trt.Api.Bot;
using Trt.Api.Bot.Texts;
using Trt.Api.Endpoints;
using Trt.Api.Settings;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Startup;

/// <summary>Tells Telegram how updates reach us and which commands we know. What is right already is left alone.</summary>
internal sealed class Reception(BotApi api, BotSettings settings, BotIdentity identity)
{
    public static readonly IReadOnlyList<UpdateType> Kinds =
        [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.PreCheckoutQuery];

    public async Task Prepare(CancellationToken token)
    {
        var me = await api.Call(new GetMeRequest(), token);
        identity.Know(me.Username ?? throw new InvalidOperationException("The messenger knows the bot by no name"));
        if (settings.WebhookBase is { } home)
        {
            await api.Call(
                new SetWebhookRequest
                {
                    Url = new Uri(home, TelegramWebhook.Path).AbsoluteUri,
                    SecretToken = settings.WebhookSecret,
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
        [.. GeneralTexts.Commands.Select(command => new BotCommand { Command = command.Command, Description = ru ? command.Ru : command.En })];
}
