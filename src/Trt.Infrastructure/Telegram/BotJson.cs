using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Trt.Infrastructure.Telegram.Methods;
using Trt.Infrastructure.Telegram.Types;

namespace Trt.Infrastructure.Telegram;

/// <summary>How the Bot API's JSON is read and written, made at compile time.</summary>
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(BotAnswer<bool>))]
[JsonSerializable(typeof(BotAnswer<string>))]
[JsonSerializable(typeof(BotAnswer<User>))]
[JsonSerializable(typeof(BotAnswer<Message>))]
[JsonSerializable(typeof(BotAnswer<MessageReference>))]
[JsonSerializable(typeof(BotAnswer<IReadOnlyList<Message>>))]
[JsonSerializable(typeof(BotAnswer<IReadOnlyList<Update>>))]
[JsonSerializable(typeof(BotAnswer<WebhookInfo>))]
[JsonSerializable(typeof(BotAnswer<TelegramFile>))]
[JsonSerializable(typeof(BotAnswer<ChatMember>))]
[JsonSerializable(typeof(BotAnswer<StarTransactions>))]
[JsonSerializable(typeof(BotAnswer<StarAmount>))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(AnswerPreCheckoutQuery))]
[JsonSerializable(typeof(CopyMessage))]
[JsonSerializable(typeof(CreateInvoiceLink))]
[JsonSerializable(typeof(DeleteMessage))]
[JsonSerializable(typeof(DeleteMessages))]
[JsonSerializable(typeof(DeleteWebhook))]
[JsonSerializable(typeof(EditMessageCaption))]
[JsonSerializable(typeof(EditMessageMedia))]
[JsonSerializable(typeof(EditMessageReplyMarkup))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(ForwardMessage))]
[JsonSerializable(typeof(GetChatMember))]
[JsonSerializable(typeof(GetFile))]
[JsonSerializable(typeof(GetMe))]
[JsonSerializable(typeof(GetMyStarBalance))]
[JsonSerializable(typeof(GetStarTransactions))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(GetWebhookInfo))]
[JsonSerializable(typeof(RefundStarPayment))]
[JsonSerializable(typeof(SendAnimation))]
[JsonSerializable(typeof(SendAudio))]
[JsonSerializable(typeof(SendChatAction))]
[JsonSerializable(typeof(SendDocument))]
[JsonSerializable(typeof(SendInvoice))]
[JsonSerializable(typeof(SendMediaGroup))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(SendPhoto))]
[JsonSerializable(typeof(SendVideo))]
[JsonSerializable(typeof(SendVoice))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(SetMyDescription))]
[JsonSerializable(typeof(SetMyShortDescription))]
[JsonSerializable(typeof(SetWebhook))]
internal sealed partial class BotJson : JsonSerializerContext
{
    /// <summary>Cyrillic goes out as it is: escaped it would be three times as long.</summary>
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly BotJson Wire = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = Encoder,
    });

    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = Encoder, SkipValidation = true };

    /// <summary>A type that is not in the list above is a mistake that the tests find.</summary>
    public static JsonTypeInfo Of(Type type) =>
        Wire.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} is not listed in {nameof(BotJson)}.");
}
