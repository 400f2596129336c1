using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot;

/// <summary>An update in the words of the shop: who did what.</summary>
internal abstract record Incoming(Person Who)
{
    /// <summary>Where the answer belongs.</summary>
    public virtual long ChatId => Who.Id.Value;

    public sealed record Press(Person Who, string QueryId, long? MessageId, string Data) : Incoming(Who);

    public sealed record Command(Person Who, string Name, string Argument) : Incoming(Who);

    public sealed record Text(Person Who, string Value) : Incoming(Who);

    /// <param name="IsPhoto">Compressed by the messenger, so its type and size are true.</param>
    public sealed record File(Person Who, MediaItem Item, bool IsPhoto, string? AlbumId, string? Caption) : Incoming(Who)
    {
        /// <summary>Spoken into the chat.</summary>
        public bool IsVoice { get; init; }
    }

    /// <summary>A sticker, a contact, a location: nothing a shop can use.</summary>
    public sealed record Unusable(Person Who) : Incoming(Who);

    /// <summary>A button pressed outside the private chat, for instance on a forwarded message.</summary>
    public sealed record PressElsewhere(Person Who, string QueryId) : Incoming(Who);

    /// <summary>Money has come from them.</summary>
    public sealed record Paid(Person Who, PaidTotal Price, string Payload, string ChargeId, string? ProviderChargeId) : Incoming(Who);

    /// <summary>Their money went back to them.</summary>
    public sealed record PaidBack(Person Who, PaidTotal Price, string ChargeId) : Incoming(Who);

    public sealed record Left(Person Who) : Incoming(Who);

    public sealed record Returned(Person Who) : Incoming(Who);
}

/// <param name="Guess">The language of the person's app; their own choice goes before it.</param>
internal sealed record Person(UserId Id, string Name, string? Username, Language Guess);
