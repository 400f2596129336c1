namespace Trt.Domain.Finding;

/// <summary>What a message may mean at all: a job, a word to the shop, or a look around its shelves.</summary>
public readonly record struct Meaning(Job? Job, Talk? Talk)
{
    public static Meaning Search => default;

    public static readonly IReadOnlyList<Meaning> All =
    [
        .. Enum.GetValues<Job>().Select(job => new Meaning(job, null)),
        .. Enum.GetValues<Talk>().Select(talk => new Meaning(null, talk)),
        Search,
    ];

    public override string ToString() => Job?.ToString() ?? Talk?.ToString() ?? "Find";
}
