using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>One thing the model asks for. The name is the provider's; label and hint are ours.</summary>
public abstract record Field
{
    public required string Name { get; init; }

    public required LocalText Label { get; init; }

    public LocalText? Hint { get; init; }

    /// <summary>Asked in the wizard. Without a default an order cannot go without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Never shown to customers: the operator's default is sent.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Used when the customer says nothing; null = the provider decides, nothing is sent.</summary>
    public InputValue? Default { get; init; }

    /// <summary>The value as the provider is to get it; null after adding every problem that was found.</summary>
    internal abstract InputValue? Normalise(InputValue given, List<InputProblem> problems);

    private protected InputProblem Problem(ProblemCode code, string? limit = null) => new(Name, code, limit);

    private protected InputProblem Problem(ProblemCode code, decimal limit, decimal given) => new(Name, code, limit, given);
}
