using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trt.Infrastructure.Telegram;

/// <summary>One call of the Bot API: the type says which, the properties are its parameters (snake_case, nulls left out).</summary>
public abstract record BotMethod
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceWithMedia = TimeSpan.FromSeconds(60);

    /// <summary>
    /// "sendMessage" for <c>SendMessage</c>. Also a property of the body, which makes the same bytes a call and an answer to a webhook.
    /// </summary>
    [JsonPropertyName("method"), JsonPropertyOrder(-1)]
    public string Name => Names.GetOrAdd(GetType(), type => JsonNamingPolicy.CamelCase.ConvertName(type.Name));

    /// <summary>Every file that the parameters mention, so that the uploads among them can travel as parts.</summary>
    internal virtual IEnumerable<InputFile?> Files => [];

    internal IEnumerable<InputFile.Sent> Uploads => Files.OfType<InputFile.Sent>();

    /// <summary>How long an answer may take. Media take longer: we send them, or Telegram fetches them.</summary>
    internal virtual TimeSpan AnswerWithin => Files.Any() ? PatienceWithMedia : Patience;

    /// <summary>Telegram takes no questions and no webhook changes as an answer to a webhook.</summary>
    internal bool MayAnswerWebhook =>
        !Name.StartsWith("get", StringComparison.Ordinal) && !Name.EndsWith("Webhook", StringComparison.Ordinal) && !Uploads.Any();
}

/// <typeparam name="TResult">What Telegram answers with.</typeparam>
public abstract record BotMethod<TResult> : BotMethod;
