using Trt.Domain.Shared;

namespace Trt.Domain.Contracts;

/// <summary>
/// What the provider's own schema of one model said last, held against the card. Sold is what is agreed: the first reading, or one that a
/// person has accepted. A reading that breaks more than the agreed one takes the model off sale until it is agreed too, or gone.
/// </summary>
public sealed class ModelContract
{
    public const int FingerprintLengthMax = 64;
    public const int DifferencesLengthMax = 4_000;

    private const int MarkLength = 6;

    private ModelContract()
    {
    }

    public ModelId Model { get; private init; }

    /// <summary>Of the schema as it was read last; null while it never was.</summary>
    public string? Fingerprint { get; private set; }

    /// <summary>Tells one schema from another where there is little room.</summary>
    public string Mark => Fingerprint is { Length: > MarkLength } print ? print[..MarkLength] : Fingerprint ?? "";

    /// <summary>The differences from the card that orders break on, a line each.</summary>
    public string Unsafe { get; private set; } = "";

    /// <summary>The others.</summary>
    public string Safe { get; private set; } = "";

    /// <summary>The unsafe differences that sale goes on with.</summary>
    public string Agreed { get; private set; } = "";

    /// <summary>Why it is not sold; null when it is.</summary>
    public string? OffSale { get; private set; }

    /// <summary>When it was asked for last, read or not.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Why it could not be read then.</summary>
    public string? Trouble { get; private set; }

    public static ModelContract Of(ModelId model) => new() { Model = model };

    public ContractNews See(string fingerprint, IReadOnlyList<string> breaking, IReadOnlyList<string> others, DateTimeOffset now)
    {
        var (isFirst, isSame, wasOff) = (Fingerprint is null, Fingerprint == fingerprint, OffSale is not null);
        (Fingerprint, AskedAt, Trouble) = (fingerprint, now, null);
        (Unsafe, Safe) = (Lines(breaking), Lines(others));
        if (isFirst)
        {
            Agreed = Unsafe;
            return breaking.Count > 0 ? ContractNews.BeganDifferent : ContractNews.Nothing;
        }

        var added = breaking.Except(Agreed.Split('\n')).ToList();
        OffSale = added.Count > 0 ? Cut(string.Join("; ", added)) : null;
        return (wasOff, OffSale is not null) switch
        {
            (false, true) => ContractNews.Broken,
            (true, false) => ContractNews.Returned,
            (true, true) when !isSame => ContractNews.Broken,
            _ => ContractNews.Nothing,
        };
    }

    public void Miss(string why, DateTimeOffset now) => (Trouble, AskedAt) = (Cut(why), now);

    /// <summary>A person has looked: it is sold as the provider has it now.</summary>
    public void Accept() => (Agreed, OffSale) = (Unsafe, null);

    private static string Lines(IReadOnlyList<string> differences) => Cut(string.Join('\n', differences));

    private static string Cut(string text) =>
        (text.Length > DifferencesLengthMax ? text[..DifferencesLengthMax] : text).Replace('\0', ' ');
}

public enum ContractNews
{
    Nothing,

    /// <summary>The first reading differs from the card where orders may break; the card has been selling, so it goes on.</summary>
    BeganDifferent,

    /// <summary>It changed so that orders would break: off sale.</summary>
    Broken,

    /// <summary>It is as it was agreed again: on sale.</summary>
    Returned,
}
