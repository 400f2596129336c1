using Trt.Domain.Shared;

namespace Trt.Domain.Users;

/// <summary>What the shop has asked a person beside their order: the next message answers it, whatever else is open.</summary>
/// <param name="Subject">What it is about, for instance a payment; empty when the kind says everything.</param>
public sealed record OpenQuestion(UserId UserId, QuestionKind Kind, string Subject, DateTimeOffset AskedAt)
{
    public const int SubjectLengthMax = 200;

    /// <summary>Long enough to look an amount up, short enough not to catch tomorrow's message.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public bool IsExpired(DateTimeOffset now) => now - AskedAt >= Lifetime;
}

public enum QuestionKind
{
    /// <summary>How much to pay in.</summary>
    TopUpAmount,

    /// <summary>A screenshot of a transfer; the subject is the payment.</summary>
    TransferPicture,

    /// <summary>A reviewer names the amount that came; the subject is the payment.</summary>
    TransferAmount,

    /// <summary>A reviewer says why a payment is not accepted; the subject is the payment.</summary>
    TransferReason,

    PromoCode,

    /// <summary>The word by which a model is looked for.</summary>
    ModelName,

    /// <summary>What to look for among one's own orders.</summary>
    HistorySearch,

    /// <summary>What goes into a hole of a recipe; the subject is the run.</summary>
    RecipeHole,

    /// <summary>Which words of an order stay in a recipe; the subject is the order.</summary>
    RecipeWords,

    /// <summary>The name of a recipe; the subject is its number.</summary>
    RecipeTitle,

    /// <summary>An admin looks for a person.</summary>
    AdminSearch,

    /// <summary>By how much a balance is to change; about the customer.</summary>
    AdminAmount,

    /// <summary>Why it changes; about the customer and the kopecks.</summary>
    AdminAmountReason,

    /// <summary>Why a person is blocked; about the person.</summary>
    AdminBlockReason,

    /// <summary>The id of a new admin.</summary>
    AdminNewAdmin,

    /// <summary>A new spending limit; about the admin.</summary>
    AdminLimit,

    /// <summary>What a new promo code gives; about its kind.</summary>
    PromoValue,

    /// <summary>A word of one's own for a promo code that is being filled in; about all of it.</summary>
    PromoForm,

    /// <summary>Why a model is hidden; about the model, and the reason once there is one.</summary>
    ModelHideReason,

    /// <summary>A price of a line's own; about the model and the line.</summary>
    OwnPrice,

    /// <summary>Another value; about the setting.</summary>
    SettingValue,

    /// <summary>The words of a broadcast; about their language.</summary>
    BroadcastText,

    BroadcastPicture,

    /// <summary>The model that a broadcast's button leads to.</summary>
    BroadcastModel,

    /// <summary>Why the money of an order goes back; about the order, and the reason once there is one.</summary>
    AdminGiveBackReason,

    /// <summary>Why a payment goes back; about the payment, and the reason once there is one.</summary>
    AdminRefundReason,
}
