namespace Trt.Benchmarks;

/// <summary>A measurement that cannot be trusted or made at all; says why and, where there is one, what to do.</summary>
internal sealed class BenchmarkException(string message, Exception? inner = null) : Exception(message, inner);
