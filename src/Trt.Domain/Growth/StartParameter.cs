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

    /// <summary>An advertisement, a channel, a campaign.</summary>
    public sealed record CameFrom(string Source) : StartParameter;
}
