using Trt.Sandbox.Control;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Files;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie;

/// <summary>Everything the simulator remembers, so that it can forget it at once.</summary>
internal sealed class KieState(KieDial dial, KieTasks tasks, KieFiles files, KieAccounts accounts) : ISandboxState
{
    public void Reset()
    {
        dial.Set(new Dial());
        tasks.Clear();
        files.Clear();
        accounts.Clear();
    }
}
