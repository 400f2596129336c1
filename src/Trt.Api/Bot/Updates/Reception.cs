using System.Security.Cryptography;
using System.Text;
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
    [
        UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.PreCheckoutQuery, UpdateType.InlineQuery,
        UpdateType.ChosenInlineResult,
    ];

    private const int ConnectionsMax = 100;

    private static readonly string?[] Languages = [null, "en"];

    /// <summary>Telegram does not tell which secret it has; another one makes another address, and so is seen.</summary>
    private Uri? Home => options.WebhookBase is { } home ? new Uri(home, $"{WebhookPath}?v={SecretVersion}") : null;

    private string SecretVersion => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Token), Encoding.UTF8.GetBytes($"webhook:{options.WebhookSecret}")))[..8];

    public async Task Prepare(CancellationToken token)
    {
        var me = await api.Call(new GetMeRequest(), token);
        identity.Know(me.Id, me.Username ?? throw new InvalidOperationException("The messenger knows the bot by no name"));
        if (WhatIsWrong(await api.Call(new GetWebhookInfoRequest(), token)) is not null)
        {
            await TellWhereWeAre(token);
        }

        foreach (var language in Languages)
        {
            if (!await KnowsCommands(language, token))
            {
                await api.Call(new SetMyCommandsRequest { Commands = Commands(language), LanguageCode = language }, token);
            }
        }
    }

    /// <summary>What Telegram says of us, and of what it could not bring; changes nothing.</summary>
    public async Task<ReceptionView> Look(CancellationToken token)
    {
        var me = await api.Call(new GetMeRequest(), token);
        var info = await api.Call(new GetWebhookInfoRequest(), token);
        var knowsCommands = true;
        foreach (var language in Languages)
        {
            knowsCommands &= await KnowsCommands(language, token);
        }

        return new ReceptionView(
            me.Username ?? "", WhatIsWrong(info), knowsCommands, info.PendingUpdateCount, info.LastErrorDate, info.LastErrorMessage,
            info.Url.Length == 0 ? null : info.Url.Split('?')[0]);
    }

    /// <summary>Telegram brings nothing any more; what comes meanwhile waits there.</summary>
    public Task Leave(CancellationToken token) => api.Call(new DeleteWebhookRequest(), token);

    /// <summary>Null when updates come as they should.</summary>
    private string? WhatIsWrong(WebhookInfo info)
    {
        if (Home is not { } home)
        {
            return info.Url.Length == 0 ? null : "Telegram brings updates to a webhook, but they are asked for";
        }

        return info.Url.Length == 0 ? "Telegram knows of no webhook"
            : info.Url != home.AbsoluteUri ? "Telegram has another address, or another secret"
            : info.MaxConnections != ConnectionsMax ? "Telegram brings another number of updates at once"
            : info.AllowedUpdates is not { } kinds || !kinds.ToHashSet().SetEquals(Kinds) ? "Telegram brings other kinds of updates"
            : null;
    }

    private async Task TellWhereWeAre(CancellationToken token)
    {
        if (Home is { } home)
        {
            await api.Call(
                new SetWebhookRequest
                {
                    Url = home.AbsoluteUri,
                    SecretToken = options.WebhookSecret,
                    AllowedUpdates = Kinds,
                    MaxConnections = ConnectionsMax,
                },
                token);
        }
        else
        {
            await Leave(token);
        }
    }

    private async Task<bool> KnowsCommands(string? language, CancellationToken token)
    {
        var known = await api.Call(new GetMyCommandsRequest { LanguageCode = language }, token);
        return known.Select(command => (command.Command, command.Description))
            .SequenceEqual(Commands(language).Select(command => (command.Command, command.Description)));
    }

    private static List<BotCommand> Commands(string? language) =>
        [.. GeneralTexts.Commands.Select(
            command => new BotCommand { Command = command.Command, Description = language is null ? command.Ru : command.En })];
}

/// <param name="Problem">Null when updates come as they should.</param>
/// <param name="LastError">Of Telegram, when it could not bring an update.</param>
/// <param name="Address">Where it brings updates; null when it waits to be asked.</param>
internal sealed record ReceptionView(
    string Bot, string? Problem, bool KnowsCommands, int Waiting, DateTime? LastErrorAt, string? LastError, string? Address);
