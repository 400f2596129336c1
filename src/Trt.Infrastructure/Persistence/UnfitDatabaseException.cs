namespace Trt.Infrastructure.Persistence;

/// <summary>
/// The database is not one that this build may work with. Nothing in it was touched; the message says what it is and what to do.
/// </summary>
public sealed class UnfitDatabaseException(string message, Exception? inner = null) : Exception(message, inner);
