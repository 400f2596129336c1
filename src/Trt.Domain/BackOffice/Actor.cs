using Trt.Domain.Shared;

namespace Trt.Domain.BackOffice;

/// <summary>Who acts behind the counter. A person in the chat is known by their number alone: names and usernames change hands.</summary>
public abstract record Actor
{
    public const string Prefix = "operator:";

    /// <summary>As the ledger and the audit trail write it.</summary>
    public abstract string Mark { get; }

    public sealed override string ToString() => Mark;

    public sealed record InChat(UserId UserId) : Actor
    {
        public override string Mark => $"{Prefix}{UserId}";
    }

    /// <summary>Whoever can run commands on the machine holds the database as well: an owner.</summary>
    public sealed record AtConsole(string Name) : Actor
    {
        public override string Mark => $"{Prefix}{Name}";
    }

    /// <summary>A program of the operator; it may what its scopes open.</summary>
    public sealed record ByToken(string Name, IReadOnlyList<TokenScope> Scopes) : Actor
    {
        public override string Mark => $"{Prefix}token:{Name}";
    }
}
