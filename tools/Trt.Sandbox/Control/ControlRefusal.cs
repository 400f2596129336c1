namespace Trt.Sandbox.Control;

/// <summary>A control call that makes no sense; the text says what to do instead.</summary>
internal sealed class ControlRefusal(string message) : Exception(message);
