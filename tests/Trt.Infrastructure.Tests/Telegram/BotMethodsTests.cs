using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Trt.Infrastructure.Telegram;
using Trt.Infrastructure.Telegram.Methods;
using Trt.Infrastructure.Telegram.Types;

namespace Trt.Infrastructure.Tests.Telegram;

public sealed class BotMethodsTests
{
    private static IEnumerable<Type> Methods =>
        typeof(BotMethod).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BotMethod)) && !type.IsAbstract);

    private static IEnumerable<Type> WithFiles =>
        typeof(BotMethod).Assembly.GetTypes().Where(type =>
            !type.IsAbstract && (type.IsSubclassOf(typeof(BotMethod)) || type.IsSubclassOf(typeof(InputMedia))) && FilesOf(type).Any());

    [TestCaseSource(nameof(Methods))]
    public void Every_method_can_be_written_and_its_answer_read(Type method)
    {
        var result = method.BaseType!;
        while (!result.IsGenericType || result.GetGenericTypeDefinition() != typeof(BotMethod<>))
            result = result.BaseType!;
        BotJson.Of(method).ShouldNotBeNull();
        BotJson.Of(typeof(BotAnswer<>).MakeGenericType(result.GetGenericArguments())).ShouldNotBeNull();
    }

    [TestCaseSource(nameof(WithFiles))]
    public void Every_file_of_a_method_is_found_when_it_is_an_upload(Type type)
    {
        var instance = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in FilesOf(type))
            property.SetValue(instance, InputFile.Upload([], property.Name, "image/png"));

        var files = (IEnumerable<InputFile?>)type.GetProperty("Files", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(instance)!;

        files.ShouldBe(FilesOf(type).Select(property => (InputFile?)property.GetValue(instance)), ignoreOrder: true);
    }

    [Test]
    public void A_name_is_spelled_as_in_the_documentation()
    {
        new AnswerPreCheckoutQuery { PreCheckoutQueryId = "1", Ok = true }.Name.ShouldBe("answerPreCheckoutQuery");
        new EditMessageReplyMarkup { ChatId = 1, MessageId = 1 }.Name.ShouldBe("editMessageReplyMarkup");
    }

    [Test]
    public void A_webhook_is_answered_with_a_call()
    {
        var output = new ArrayBufferWriter<byte>();
        BotApi.WriteWebhookReply(new AnswerCallbackQuery { CallbackQueryId = "9", Text = "Обновляемся" }, output);
        Encoding.UTF8.GetString(output.WrittenSpan)
            .ShouldBe("""{"method":"answerCallbackQuery","callback_query_id":"9","text":"Обновляемся"}""");
    }

    private static IEnumerable<BotMethod> NotForWebhooks =>
    [
        new GetMe(),
        new SetWebhook { Url = "" },
        new DeleteWebhook(),
        new SendPhoto { ChatId = 1, Photo = InputFile.Upload([1], "a.png", "image/png") },
    ];

    [TestCaseSource(nameof(NotForWebhooks))]
    public void What_Telegram_would_drop_is_not_written_as_an_answer(BotMethod method) =>
        Should.Throw<ArgumentException>(() => BotApi.WriteWebhookReply(method, new ArrayBufferWriter<byte>()));

    [Test]
    public void Every_kind_of_markup_is_written_with_its_own_fields()
    {
        ReplyMarkup[] kinds =
        [
            new ReplyKeyboardRemove(),
            new ForceReply { InputFieldPlaceholder = "Опишите" },
            new ReplyKeyboardMarkup { Keyboard = [[new() { Text = "Меню" }]], ResizeKeyboard = true },
        ];
        kinds.Select(kind => Written(new SendMessage { ChatId = 1, Text = "x", ReplyMarkup = kind }).GetProperty("reply_markup").GetRawText()).ShouldBe(
        [
            """{"remove_keyboard":true}""",
            """{"force_reply":true,"input_field_placeholder":"Опишите"}""",
            """{"keyboard":[[{"text":"Меню"}]],"resize_keyboard":true}""",
        ]);
    }

    private static JsonElement Written(BotMethod method) =>
        JsonSerializer.SerializeToElement(method, BotJson.Of(method.GetType()));

    private static IEnumerable<PropertyInfo> FilesOf(Type type) =>
        type.GetProperties().Where(property => property.PropertyType == typeof(InputFile) && property.CanWrite);
}
