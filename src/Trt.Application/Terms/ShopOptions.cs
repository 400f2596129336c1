using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary>How the shop is run: limits and deadlines. Read and checked once at start.</summary>
public sealed record ShopOptions
{
    /// <summary>What the operator can change later begins with this.</summary>
    public ShopTerms Terms { get; init; } = new();

    /// <summary>The shop's day begins at midnight of this zone; the texts name it.</summary>
    public TimeSpan DayOffset { get; init; } = TimeSpan.FromHours(3);

    /// <summary>How many generations of one customer are under way at a time; the next ones wait for their turn.</summary>
    public int OpenPerCustomerMax { get; init; } = 3;

    /// <summary>How many more of one customer may wait for that.</summary>
    public int WaitingPerCustomerMax { get; init; } = 10;

    public TimeSpan DraftLifetime { get; init; } = TimeSpan.FromHours(24);

    public TimeSpan QuoteLifetime { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan ImageDeadline { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan AudioDeadline { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan VideoDeadline { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a late result is still looked for after the money went back.</summary>
    public TimeSpan LateWatch { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The ways to pay that are set up, in the order they are offered.</summary>
    public IReadOnlyList<PaymentMethod> PaymentMethods { get; init; } = [PaymentMethod.Stars];

    public IReadOnlyList<UserId> Owners { get; init; } = [];

    /// <summary>Null = nobody can pay by a transfer.</summary>
    public TransferDetails? Transfer { get; init; }

    public AdminTerms Admins { get; init; } = new();

    /// <summary>Orders go to a simulated provider, and everybody who meets one is told so.</summary>
    public bool IsDryRun { get; init; }

    public BackupTerms Backups { get; init; } = new();

    /// <summary>Where the provider can reach us; null = nowhere, results are polled.</summary>
    public Uri? PublicBase { get; init; }

    /// <summary>Signs callback addresses.</summary>
    public byte[] CallbackSecret { get; init; } = [];

    /// <summary>Seals what opens the dashboard.</summary>
    public byte[] DashboardSecret { get; init; } = [];

    public TimeSpan DeadlineFor(OutputKind? output) => output switch
    {
        OutputKind.Video => VideoDeadline,
        OutputKind.Audio => AudioDeadline,
        OutputKind.Image or OutputKind.Text => ImageDeadline,
        null => VideoDeadline,
    };

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(DayOffset).DateTime);
}
