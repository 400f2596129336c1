using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>What one look into the books has found.</summary>
/// <param name="Rules">Every rule, kept or not.</param>
public sealed record MoneyFindings(MoneyFigures Figures, IReadOnlyList<RuleFinding> Rules, Limbo Limbo)
{
    public long DifferenceCount => Rules.Sum(rule => rule.Count);

    public bool Agrees => DifferenceCount == 0;

    /// <summary>The listed ones; there may be more.</summary>
    public IReadOnlyList<MoneyDifference> Differences => [.. Rules.SelectMany(rule => rule.Listed)];
}

/// <summary>The money of the whole shop: what came in is what is there, was spent, or was paid back.</summary>
public sealed record MoneyFigures(
    long Wallets, long Entries, Money Deposited, Money Granted, Money Adjusted, Money Available, Money Reserved, Money Spent,
    Money Withdrawn)
{
    public Money CameIn => Deposited + Granted + Adjusted;

    public Money IsThere => Available + Reserved + Spent + Withdrawn;
}

/// <param name="Count">All differences from this rule, listed or not.</param>
public sealed record RuleFinding(MoneyRule Rule, long Count, IReadOnlyList<MoneyDifference> Listed);

/// <param name="Subject">Whose or what: "customer 42, available", "order 0190…".</param>
/// <param name="Expected">In the unit of the rule.</param>
public sealed record MoneyDifference(MoneyRule Rule, string Subject, long Expected, long Found);

/// <summary>
/// Money of customers that nobody has decided about for long, or whose order nobody can vouch for. Not wrong, but worth a look.
/// </summary>
public sealed record Limbo(long Orders, Money Held, IReadOnlyList<LimboOrder> Oldest);

public sealed record LimboOrder(GenerationId Order, UserId Customer, GenerationStatus Status, Money Held, DateTimeOffset Since);
