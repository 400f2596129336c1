using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.Costs;
using Trt.Application.BackOffice.Figures;
using Trt.Application.BackOffice.Health;
using Trt.Application.BackOffice.Orders;
using Trt.Application.BackOffice.People;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Backups;
using Trt.Application.Generations;
using Trt.Application.Growth;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard.Pages;

public sealed record MessageModel(string Title, string Text);

/// <summary>A class and no record: a record would print the key.</summary>
public sealed class EnterModel(string key)
{
    public string Key => key;
}

/// <param name="Figures">Null for whoever may not know them.</param>
/// <param name="Backups">Null for whoever does not run the shop.</param>
public sealed record TodayModel(FigurePeriod Period, FiguresView? Figures, Funnel? Funnel, BackupsView? Backups);

public sealed record OrdersModel(OrderKind Kind, Slice<OrderSummary> Orders);

/// <param name="Inputs">What the customer gave; null until somebody asks for it.</param>
public sealed record OrderModel(OrderInFull Order, OrderInputs? Inputs);

/// <param name="Orders">Null when what was looked for is written otherwise than orders are called.</param>
public sealed record FoundModel(string Query, OrderListing? Orders, UserListing People);

public sealed record CustomersModel(UserListing People);

public sealed record CustomerModel(UserProfile Profile, Page<GenerationSummary> Orders, Page<PaymentSummary> Payments);

public sealed record AdjustmentModel(UserId Customer, AdjustmentView View);

/// <param name="Preview">What came of a price that was tried.</param>
public sealed record ModelModel(HealthCase Health, ModelCostView Costs, LocalText? Title, TriedPrice? Preview);

public sealed record TriedPrice(string Line, Money? Price, PricedLine Result);

public sealed record PaymentsModel(PaymentStatus? Status, Slice<PaymentLine> Payments);

/// <param name="Case">What a reviewer must know; null for whoever decides nothing, or nothing is to be decided.</param>
public sealed record PaymentModel(PaymentInFull Payment, TransferCase? Case);

public sealed record PromosModel(Page<PromoStanding> Promos);

public sealed record TrailModel(AuditSlice Slice, string? Subject, IReadOnlyList<TrailLine> Lines);

/// <param name="Text">In the words of the chat, marked up and safe.</param>
public sealed record TrailLine(DateTimeOffset At, string Text);
