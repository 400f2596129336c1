namespace Trt.Application.Ports;

/// <summary>Holds the books against the rules of money. It reads and never mends.</summary>
public interface IMoneyAudit
{
    /// <summary>Everything as it was at one moment, however long the reading takes and however much money moves meanwhile.</summary>
    /// <param name="limboBefore">Money reserved for orders confirmed before this is named as being in limbo.</param>
    /// <param name="listedMax">How many findings of each kind are listed; all of them are counted.</param>
    Task<MoneyFindings> Examine(DateTimeOffset limboBefore, int listedMax, CancellationToken token);
}
