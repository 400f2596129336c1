using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Drafts;

/// <summary>What the customer sees next while filling in an order.</summary>
public abstract record WizardView
{
    /// <summary>Why the same is shown again.</summary>
    public WizardRemark Remark { get; init; }

    /// <summary>How many files of an album found a place.</summary>
    public int Taken { get; init; }

    /// <summary>How many it had.</summary>
    public int Sent { get; init; }

    /// <summary>Words under a file that have not found their place yet.</summary>
    public KeptCaption? Caption { get; init; }

    /// <summary>One field is due.</summary>
    public sealed record Ask(ModelCard Card, Field Field, int Step, int Steps) : WizardView
    {
        public IReadOnlyList<MediaItem> Media { get; init; } = [];

        /// <summary>The kinds of files that this step asks for together, each with how many there are.</summary>
        public IReadOnlyList<(MediaField Field, int Count)> Extras { get; init; } = [];

        /// <summary>The price that each option would lead to, where it matters.</summary>
        public IReadOnlyDictionary<string, Money> Prices { get; init; } = new Dictionary<string, Money>();

        /// <summary>What each unit of a number costs; null where its size changes no price.</summary>
        public UnitPrice? PerUnit { get; init; }

        public IReadOnlyList<InputProblem> Problems { get; init; } = [];

        /// <summary>The lines of a list so far.</summary>
        public IReadOnlyList<string> Texts { get; init; } = [];

        /// <summary>The conversation so far; the last line may wait for its voice.</summary>
        public IReadOnlyList<DialogueLine> Lines { get; init; } = [];

        /// <summary>The customer's own results that this order may go on from, newest first.</summary>
        public IReadOnlyList<EarlierValue> Earlier { get; init; } = [];

        /// <summary>The models that make such results.</summary>
        public IReadOnlyList<ModelCard> Sources { get; init; } = [];

        /// <summary>The choices that what was typed has found; null when nothing was searched.</summary>
        public IReadOnlyList<Choice>? Found { get; init; }

        public bool CanSkip { get; init; }

        /// <summary>What is described already may do without it.</summary>
        public bool IsExtra { get; init; }

        public bool IsEditing { get; init; }
    }

    /// <summary>Everything is known: the price, and whether the balance covers it.</summary>
    public sealed record Confirm(ModelCard Card, Draft Draft, DraftQuote Quote, Money ListPrice, CustomerFunds Funds, int FreePerDay)
        : WizardView
    {
        /// <summary>What single files add, in the price already.</summary>
        public Money Surcharge { get; init; }

        /// <summary>How many units are ordered, and what one of them costs; null where an order has one price.</summary>
        public (decimal Quantity, Money Each)? Units { get; init; }

        /// <summary>How long such an order takes; null where nobody has looked.</summary>
        public RunTime? Takes { get; init; }

        /// <summary>What comes is a sample of a simulated provider.</summary>
        public bool IsDryRun { get; init; }

        /// <summary>Other models could make the same of it.</summary>
        public bool HasRivals { get; init; }

        /// <summary>Null when it starts at once.</summary>
        public WaitOffer? Wait { get; init; }

        public Money Missing => Quote.Price > Funds.Balance ? Quote.Price - Funds.Balance : Money.Zero;
    }

    /// <summary>Several models are to make the same: who stands, who could, and what all of them cost together.</summary>
    /// <param name="Own">The order as it would be with its own model alone.</param>
    /// <param name="Entrants">Its own model first.</param>
    /// <param name="Others">Who could stand as well.</param>
    public sealed record Duel(Confirm Own, IReadOnlyList<DuelEntrant> Entrants, IReadOnlyList<DuelEntrant> Others) : WizardView
    {
        /// <summary>Those that were chosen and cannot stand any more.</summary>
        public IReadOnlyList<ModelCard> Gone { get; init; } = [];

        public Money Price => Entrants.Aggregate(Money.Zero, (sum, entrant) => sum + entrant.Quote.Price);

        public Money Missing => Price > Own.Funds.Balance ? Price - Own.Funds.Balance : Money.Zero;

        public bool IsFull => Entrants.Count > Draft.RivalsMax;
    }

    public sealed record MoreSettings(ModelCard Card, Draft Draft) : WizardView;

    /// <summary>Each setting is fine by itself, but not with the others: which of these shall change?</summary>
    public sealed record Collision(ModelCard Card, Draft Draft, InputProblem Problem, IReadOnlyList<Field> Fields) : WizardView;

    /// <summary>These inputs have no price, so they cannot be ordered; other choices can.</summary>
    public sealed record Unpriced(ModelCard Card, Draft Draft) : WizardView;

    /// <param name="Model">Null when there is no such card any more.</param>
    /// <param name="OrderIsKept">What was filled in so far waits for the model, or goes on with another.</param>
    public sealed record Unavailable(ModelCard? Model, IReadOnlyList<ModelCard> Alternatives, bool OrderIsKept) : WizardView
    {
        /// <summary>The order is filled in and paid for as soon as its customer says that they wait for the model.</summary>
        public Confirm? Waiting { get; init; }
    }

    /// <summary>No order is being filled in (never begun, cancelled or expired).</summary>
    public sealed record Nothing : WizardView;
}

/// <param name="Lost">Settings of the order that this model does not know.</param>
public sealed record DuelEntrant(ModelCard Card, DraftQuote Quote, IReadOnlyList<Field> Lost, RunTime Takes);

/// <summary>Why the same question is asked again.</summary>
public enum WizardRemark
{
    None,
    TextIsDue,
    FileIsDue,
    ButtonIsDue,
    OldButton,
    FirstStep,
    CannotSkip,

    /// <summary>More files than the field takes came at once.</summary>
    AlbumCut,

    /// <summary>A file came before the description, which is still due.</summary>
    FileAdded,

    /// <summary>No choice is called what was typed.</summary>
    NothingFound,
}

/// <param name="Field">The text that they are meant for.</param>
/// <param name="CanBeTaken">They fit, and the moment is right: the text is asked, or everything else is known.</param>
/// <param name="Replace">There is a text already.</param>
public sealed record KeptCaption(string Words, TextField Field, bool CanBeTaken, bool Replace);
