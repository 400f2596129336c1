using FluentValidation;
using Npgsql;
using Trt.Api.Startup;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Cli;

/// <summary>What went wrong, and what an operator can do: without a name of the code in it.</summary>
internal static class Trouble
{
    public static string InWords(Exception exception) => exception switch
    {
        ValidationException invalid => string.Join('\n', invalid.Errors.Select(error => error.ErrorMessage)),
        PrivatePostgresException or UnfitDatabaseException or CatalogBrokenException or FormatException or BotApiException =>
            exception.Message,
        PostgresException refused when !Database.IsAway(refused) => $"The database refuses: {refused.MessageText}",
        _ when Database.IsAway(exception) || exception is NpgsqlException or TimeoutException =>
            $"The database does not answer: {Innermost(exception)}. Is PostgreSQL up, and is DATABASE_URL right?",
        OperationCanceledException => "Stopped before it was done.",
        _ => "This should not happen. Say the same again with --trace to see where, and tell whoever looks after TRT.",
    };

    private static string Innermost(Exception exception) =>
        (exception.InnerException is { } inner ? Innermost(inner) : exception.Message).TrimEnd('.');
}
