using Trt.Sandbox;
using Trt.Sandbox.Control;

await using var sandbox = SandboxHost.Build(port: 8080, new SandboxClock());
await sandbox.RunAsync();
