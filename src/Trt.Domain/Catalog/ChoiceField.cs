using System.Security.Cryptography;
using System.Text;
using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

public sealed record ChoiceField : Field
{
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>How the value travels to the provider: some want "5", some 5.</summary>
    public ChoiceWire Wire { get; init; } = ChoiceWire.Text;

    /// <summary>The choice behind a button; null when the card has changed since.</summary>
    public Choice? FindByToken(string token) => Choices.FirstOrDefault(choice => choice.Token == token);

    internal override InputValue? Normalise(InputValue given, List<InputProblem> problems)
    {
        var typed = given switch
        {
            TextValue text => text.Text.Trim(),
            NumberValue number => Numbers.Text(number.Number),
            _ => null,
        };
        if (typed is not null && Match(typed) is { } choice)
        {
            return new TextValue(choice.Value);
        }

        problems.Add(typed is null
            ? Problem(ProblemCode.WrongKind)
            : Problem(ProblemCode.NotAChoice, string.Join(", ", Choices.Select(option => option.Value))));
        return null;
    }

    /// <summary>The exact value first, so that values that differ in case only stay apart; then whatever a person may type.</summary>
    internal Choice? Match(string typed) =>
        Choices.FirstOrDefault(choice => choice.Value == typed)
        ?? Choices.FirstOrDefault(choice => Same(choice.Value, typed))
        ?? Choices.FirstOrDefault(choice => Same(choice.Label.Ru, typed) || Same(choice.Label.En, typed));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

public sealed record Choice(string Value, LocalText Label)
{
    private const int TokenLengthMax = 24;

    /// <summary>A short name for buttons, the same after any release: the value itself, or a fingerprint of a long one.</summary>
    public string Token { get; } = Value.Length <= TokenLengthMax && Value.All(char.IsAscii)
        ? Value
        : $"~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)).AsSpan(0, 5))}";
}

public enum ChoiceWire
{
    Text,
    Number,
}
