using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>What a link to the bot says about the one who follows it.</summary>
public abstract record StartParameter
{
    /// <summary>The messenger lets no more through.</summary>
    public const int LengthMax = 64;

    private const string InvitationPrefix = "ref_";
    private const string SourcePrefix = "src_";
    private const string CampaignPrefix = "utm";
    private const string RecipePrefix = "r_";
    private const string ModelPrefix = "m_";

    public static string OfRecipe(string code) => RecipePrefix + code;

    public static string InvitationBy(UserId inviter) => InvitationPrefix + InvitationToken.For(inviter);

    /// <summary>Null for what says nothing to us, whoever wrote it.</summary>
    public static StartParameter? Read(string argument)
    {
        if (argument.Length > LengthMax || !argument.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
        {
            return null;
        }

        if (argument.StartsWith(InvitationPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return InvitationToken.Read(argument[InvitationPrefix.Length..]) is { } inviter ? new Invited(inviter) : null;
        }

        if (argument.StartsWith(RecipePrefix, StringComparison.Ordinal) && argument.Length > RecipePrefix.Length)
        {
            return new ToRecipe(argument[RecipePrefix.Length..]);
        }

        if (argument.StartsWith(ModelPrefix, StringComparison.Ordinal) && argument.Length > ModelPrefix.Length)
        {
            return new ToModel(argument[ModelPrefix.Length..]);
        }

        var source = argument.ToLowerInvariant();
        return source switch
        {
            _ when source.StartsWith(SourcePrefix, StringComparison.Ordinal) && source.Length > SourcePrefix.Length =>
                new CameFrom(source[SourcePrefix.Length..]),
            _ when source.StartsWith(CampaignPrefix, StringComparison.Ordinal) && source.Length > CampaignPrefix.Length =>
                new CameFrom(source),
            _ => null,
        };
    }

    public sealed record Invited(UserId By) : StartParameter;

    /// <summary>Somebody shows them a recipe.</summary>
    public sealed record ToRecipe(string Code) : StartParameter;

    /// <summary>Somebody shows them a model, by its id as far as an address can hold one.</summary>
    public sealed record ToModel(string Word) : StartParameter;

    /// <summary>An advertisement, a channel, a campaign.</summary>
    public sealed record CameFrom(string Source) : StartParameter;
}
