namespace Trt.Application.Terms;

/// <summary>Where customers can transfer money by hand, exactly as the operator has given it.</summary>
public sealed record TransferDetails
{
    /// <summary>For the fast payment system.</summary>
    public string? Phone { get; init; }

    /// <summary>The bank behind the phone number.</summary>
    public string? Bank { get; init; }

    public string? Card { get; init; }

    public string? CardHolder { get; init; }
}
