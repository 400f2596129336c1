namespace Trt.Infrastructure.PrivatePostgres;

/// <summary>The private server cannot run; the message says why and what to do.</summary>
public sealed class PrivatePostgresException(string message, Exception? inner = null) : Exception(message, inner);
