namespace Trt.Sandbox.Control;

/// <summary>Something that <c>/control/reset</c> puts back to how it was at the start.</summary>
public interface ISandboxState
{
    void Reset();
}
