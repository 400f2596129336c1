namespace Trt.Sandbox.Kie.Faults;

/// <summary>Holds the dial and counts its faults down.</summary>
internal sealed class KieDial
{
    private readonly Lock _gate = new();
    private Dial _dial = new();

    public Dial Current
    {
        get
        {
            lock (_gate)
            {
                return _dial;
            }
        }
    }

    public void Set(Dial dial)
    {
        lock (_gate)
        {
            _dial = dial;
        }
    }

    public CallFault? TakeCreate() => Take(dial => dial.Create, (dial, fault) => dial with { Create = fault });

    public CallFault? TakeRead() => Take(dial => dial.Read, (dial, fault) => dial with { Read = fault });

    public CallFault? TakeUpload() => Take(dial => dial.Upload, (dial, fault) => dial with { Upload = fault });

    public CallFault? TakeCatalogue() => Take(dial => dial.Catalogue, (dial, fault) => dial with { Catalogue = fault });

    public TaskFault? TakeTask() => Take(dial => dial.Task, (dial, fault) => dial with { Task = fault });

    public CallbackFault? TakeCallback() => Take(dial => dial.Callback, (dial, fault) => dial with { Callback = fault });

    public ResultFault? TakeResult() => Take(dial => dial.Result, (dial, fault) => dial with { Result = fault });

    private T? Take<T>(Func<Dial, T?> get, Func<Dial, T?, Dial> put) where T : Fault
    {
        lock (_gate)
        {
            var fault = get(_dial);
            if (fault is { After: > 0 and var ahead })
            {
                _dial = put(_dial, (T)((Fault)fault with { After = ahead - 1 }));
                return null;
            }

            if (fault?.Times is { } left)
            {
                _dial = put(_dial, left > 1 ? (T)((Fault)fault with { Times = left - 1 }) : null);
                if (left <= 0)
                {
                    return null;
                }
            }

            return fault;
        }
    }
}
