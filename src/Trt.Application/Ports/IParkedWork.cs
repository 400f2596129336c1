namespace Trt.Application.Ports;

/// <summary>Work of the outbox that was put aside: after failing too often, or by an operator.</summary>
public interface IParkedWork
{
    /// <summary>The longest put aside first, a hundred at most.</summary>
    Task<IReadOnlyList<ParkedRow>> List(CancellationToken token);

    /// <summary>Puts one aside, so that nobody works on it until it is started again; who is at it now finishes.</summary>
    /// <returns>Whether there was one to put aside.</returns>
    Task<bool> Park(Guid id, string reason, CancellationToken token);

    /// <param name="id">Null starts all of them again.</param>
    /// <returns>How many.</returns>
    Task<int> Replay(Guid? id, CancellationToken token);
}

public sealed record ParkedRow(Guid Id, string Name, string Key, string Cid, DateTimeOffset ParkedAt, string Error);
