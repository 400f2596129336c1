using Microsoft.Extensions.Logging.Abstractions;
using Trt.Infrastructure.PrivatePostgres;

// The program that PrivateServerTests kills: holds a private PostgreSQL until its end.
await using var postgres = await PrivateServer.Start(
    new PrivatePostgresOptions { Folder = args[0] }, NullLogger.Instance, TimeProvider.System, CancellationToken.None);
Console.WriteLine(postgres.ConnectionString("postgres"));
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
