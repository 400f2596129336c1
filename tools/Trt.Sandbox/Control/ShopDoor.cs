namespace Trt.Sandbox.Control;

/// <summary>Whether the shop beside the simulators is still opening. Without a shop there is nothing to wait for.</summary>
internal sealed class ShopDoor
{
    private volatile bool _isOpening;

    public bool IsOpening => _isOpening;

    public void Close() => _isOpening = true;

    public void Open() => _isOpening = false;
}
