using System.Text.Json.Serialization;
using Trt.Domain.Costs;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>
/// Something that operators must know, with the facts their words are made of. It is stored, so a name below outlives releases.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OldWords), "old.words")]
[JsonDerivedType(typeof(StartsRefused), "starts.refused")]
[JsonDerivedType(typeof(ModelRefused), "model.refused")]
[JsonDerivedType(typeof(OrderUnseen), "order.unseen")]
[JsonDerivedType(typeof(ResultLost), "result.lost")]
[JsonDerivedType(typeof(BooksDiffer), "books.differ")]
[JsonDerivedType(typeof(UpdateParked), "update.parked")]
[JsonDerivedType(typeof(WorkParked), "work.parked")]
[JsonDerivedType(typeof(TasksUnknown), "tasks.unknown")]
[JsonDerivedType(typeof(PaymentWaits), "payment.waits")]
[JsonDerivedType(typeof(PaidUnasked), "paid.unasked")]
[JsonDerivedType(typeof(RefundOfUnknown), "refund.unknown")]
[JsonDerivedType(typeof(RefundRefused), "refund.refused")]
[JsonDerivedType(typeof(RefundedPastShop), "refund.past_shop")]
[JsonDerivedType(typeof(RefundedInPart), "refund.part")]
[JsonDerivedType(typeof(CardPageNotOpened), "card.not_opened")]
[JsonDerivedType(typeof(InvoicesRefused), "invoices.refused")]
[JsonDerivedType(typeof(StarsReconciled), "stars.reconciled")]
[JsonDerivedType(typeof(ModelsPaused), "models.paused")]
[JsonDerivedType(typeof(ModelsWell), "models.well")]
[JsonDerivedType(typeof(ModelsGone), "models.gone")]
[JsonDerivedType(typeof(ProbeTaken), "probe.taken")]
[JsonDerivedType(typeof(CostsNeedWord), "costs.word")]
[JsonDerivedType(typeof(ListDoubted), "costs.doubted")]
[JsonDerivedType(typeof(CostsOld), "costs.old")]
[JsonDerivedType(typeof(Overcharged), "costs.overcharged")]
[JsonDerivedType(typeof(ModelChanged), "model.changed")]
[JsonDerivedType(typeof(ModelAsBefore), "model.as_before")]
[JsonDerivedType(typeof(CardsBroken), "cards.broken")]
[JsonDerivedType(typeof(SettingNotFollowed), "setting.not_followed")]
[JsonDerivedType(typeof(DryRun), "dry.run")]
[JsonDerivedType(typeof(BackupsMissing), "backups.missing")]
public abstract record Matter
{
    /// <summary>What is told once, however often it happens.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    /// <summary>It goes on until something ends it: people are reminded of it and hear when it is over. Else it has happened.</summary>
    [JsonIgnore]
    public virtual bool Lasts => false;

    /// <summary>Another matter tells of its end, or whoever ends it knows.</summary>
    [JsonIgnore]
    public virtual bool EndsQuietly => false;

    /// <summary>What is over by this.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> Ends => [];

    /// <summary>As releases before this one wrote it: a text in English.</summary>
    public sealed record OldWords(string About, string Text) : Matter
    {
        public override string Subject => About;
    }

    public sealed record StartsRefused(
        [property: JsonConverter(typeof(JsonStringEnumConverter<ProviderRefusal>))] ProviderRefusal Reason, string Detail) : Matter
    {
        public override string Subject => $"provider:{Reason}";

        public override bool Lasts => true;
    }

    public sealed record ModelRefused(ModelId Model, string Detail) : Matter
    {
        public override string Subject => $"refused:{Model}";
    }

    /// <summary>It may run at the provider, and nobody will hear of it.</summary>
    public sealed record OrderUnseen(GenerationId Order, UserId Customer, ModelId Model) : Matter
    {
        public override string Subject => "uncertain";
    }

    /// <param name="IsGivenBack">False when a person has to judge what it was worth.</param>
    public sealed record ResultLost(GenerationId Order, UserId Customer, ModelId Model, int Lost, int Outputs, bool IsGivenBack) : Matter
    {
        public override string Subject => IsGivenBack ? $"lost:{Order}" : $"lost-again:{Order}";
    }

    public sealed record BooksDiffer(IReadOnlyList<BrokenRule> Rules) : Matter
    {
        public const string Name = "money";

        public override string Subject => Name;

        public override bool Lasts => true;
    }

    /// <param name="First">Differences in words of the books.</param>
    public sealed record BrokenRule(
        [property: JsonConverter(typeof(JsonStringEnumConverter<MoneyRule>))] MoneyRule Rule, long Count, IReadOnlyList<string> First);

    public sealed record UpdateParked(string Cid) : Matter
    {
        public override string Subject => "updates";

        public override bool Lasts => true;
    }

    public sealed record WorkParked(string Name, string Cid) : Matter
    {
        public override string Subject => $"parked:{Name}";

        public override bool Lasts => true;
    }

    public sealed record TasksUnknown(int Count, IReadOnlyList<string> First) : Matter
    {
        public override string Subject => "orphans";
    }

    public sealed record PaymentWaits(
        PaymentId Payment, UserId Customer, Money Amount,
        [property: JsonConverter(typeof(JsonStringEnumConverter<PaymentMethod>))] PaymentMethod Method) : Matter
    {
        public override string Subject => $"payment:{Payment}";
    }

    /// <param name="Credited">Nothing when the shop cannot count what was paid.</param>
    public sealed record PaidUnasked(PaymentId Payment, UserId Customer, PaidTotal Price, Money Credited) : Matter
    {
        public override string Subject => $"payment:{Payment}";
    }

    public sealed record RefundOfUnknown(UserId Customer, PaidTotal Price, string ChargeId) : Matter
    {
        public override string Subject => $"refund:{ChargeId}";
    }

    public sealed record RefundRefused(PaymentId Payment, UserId Customer, Money Amount, string Detail) : Matter
    {
        public override string Subject => $"refund:{Payment}";
    }

    /// <param name="Spent">What of it is not on the balance any more: the house's loss.</param>
    public sealed record RefundedPastShop(PaymentId Payment, UserId Customer, Money Amount, Money Spent) : Matter
    {
        public override string Subject => $"refund:{Payment}";
    }

    public sealed record RefundedInPart(PaymentId Payment, UserId Customer, Money Amount, Money Refunded) : Matter
    {
        public override string Subject => $"cards:{Payment}";
    }

    public sealed record CardPageNotOpened(PaymentId Payment, UserId Customer, string Detail) : Matter
    {
        public override string Subject => "cards.open";
    }

    public sealed record InvoicesRefused(
        [property: JsonConverter(typeof(JsonStringEnumConverter<PaymentMethod>))] PaymentMethod Method) : Matter
    {
        public override string Subject => $"invoice:{Method}";

        public override bool Lasts => true;
    }

    public sealed record StarsReconciled(int Credited, int Refunds, int Differences, string? First) : Matter
    {
        public override string Subject => "stars";
    }

    public sealed record ModelsPaused(IReadOnlyList<ModelReason> Models) : Matter
    {
        public override string Subject => PauseOf(Models[0].Model);

        public override bool Lasts => true;

        public override bool EndsQuietly => true;
    }

    /// <param name="Why">As the provider or our own count says it.</param>
    public sealed record ModelReason(ModelId Model, string Why);

    public sealed record ModelsWell(IReadOnlyList<ModelId> Models) : Matter
    {
        public override string Subject => $"health.well:{Models[0]}";

        public override IEnumerable<string> Ends => Models.Select(PauseOf);
    }

    public sealed record ModelsGone(IReadOnlyList<ModelReason> Models) : Matter
    {
        public override string Subject => $"health.gone:{Models[0].Model}";
    }

    public sealed record ProbeTaken(IReadOnlyList<ModelId> Models) : Matter
    {
        public override string Subject => $"health.started:{Models[0]}";
    }

    /// <param name="More">How many more there are.</param>
    public sealed record CostsNeedWord(IReadOnlyList<CostNews> News, int More) : Matter
    {
        public override string Subject => $"costs:{string.Join(',', News.Take(3).Select(news => news.Model))}";
    }

    public sealed record ListDoubted(string Detail) : Matter
    {
        public override string Subject => "costs.doubted";

        public override bool Lasts => true;
    }

    public sealed record CostsOld(int Hours, int HoursMax, string Detail) : Matter
    {
        public override string Subject => "costs.stale";

        public override bool Lasts => true;
    }

    public sealed record Overcharged(
        ModelId Model, GenerationId Order, UserId Customer, decimal Spent, decimal Expected, bool IsStopped, int LimitPercent) : Matter
    {
        public override string Subject => $"overcharge:{Model}";
    }

    public sealed record ModelChanged(ModelId Model, bool IsStopped, string Detail) : Matter
    {
        public override string Subject => ChangeOf(Model);

        public override bool Lasts => IsStopped;

        public override bool EndsQuietly => true;
    }

    public sealed record ModelAsBefore(ModelId Model) : Matter
    {
        public override string Subject => $"contract.well:{Model}";

        public override IEnumerable<string> Ends => [ChangeOf(Model)];
    }

    public sealed record CardsBroken(int Errors, string First) : Matter
    {
        public const string Name = "catalog";

        public override string Subject => Name;

        public override bool Lasts => true;
    }

    /// <summary>The shop has opened with a simulated provider.</summary>
    public sealed record DryRun : Matter
    {
        public override string Subject => "dry.run";
    }

    public sealed record SettingNotFollowed(string Detail) : Matter
    {
        public override string Subject => "settings";

        public override bool Lasts => true;
    }

    /// <param name="LastAt">Of the newest copy of the database; null when there is none.</param>
    public sealed record BackupsMissing(DateTimeOffset? LastAt, string Detail) : Matter
    {
        public override string Subject => "backups";

        public override bool Lasts => true;
    }

    private static string PauseOf(ModelId model) => $"health.paused:{model}";

    private static string ChangeOf(ModelId model) => $"contract:{model}";
}
