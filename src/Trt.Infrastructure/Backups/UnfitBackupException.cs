namespace Trt.Infrastructure.Backups;

/// <summary>The file, or the place it should go to, is not fit for a restore. Nothing was changed; the message says what to do.</summary>
public sealed class UnfitBackupException(string message, Exception? inner = null) : Exception(message, inner);
