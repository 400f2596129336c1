using Npgsql;
using NpgsqlTypes;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>A customer's own rows are few and lie together, so their words are read one by one; no index knows what people wrote.</summary>
internal sealed class Gallery(Database database) : IGallery
{
    public async Task<IReadOnlyList<GenerationId>> Find(GallerySearch search, int skip, int take, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            """
            SELECT id FROM generations
            WHERE user_id = @user AND deleted_at IS NULL
              AND (@models IS NULL OR model = ANY(@models))
              AND (is_favourite OR NOT @favourites)
              AND (@pattern IS NULL OR EXISTS (
                  SELECT FROM unnest(@fields) AS field
                  WHERE lower(inputs ->> field COLLATE "und-x-icu") LIKE lower(@pattern COLLATE "und-x-icu")))
            ORDER BY created_at DESC, id DESC
            OFFSET @skip LIMIT @take
            """);
        command.Parameters.AddWithValue("user", search.UserId.Value);
        command.Parameters.Add(Texts("models", search.Models?.Select(model => model.Value)));
        command.Parameters.AddWithValue("favourites", search.OnlyFavourites);
        command.Parameters.Add(
            new NpgsqlParameter("pattern", NpgsqlDbType.Text) { Value = (object?)Pattern(search.Words) ?? DBNull.Value });
        command.Parameters.Add(Texts("fields", search.TextFields));
        command.Parameters.AddWithValue("skip", skip);
        command.Parameters.AddWithValue("take", take);
        await using var reader = await command.ExecuteReaderAsync(token);
        List<GenerationId> found = [];
        while (await reader.ReadAsync(token))
        {
            found.Add(new GenerationId(reader.GetGuid(0)));
        }

        return found;
    }

    private static NpgsqlParameter Texts(string name, IEnumerable<string>? values) =>
        new(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = (object?)values?.ToArray() ?? DBNull.Value };

    /// <summary>What people type is text, whatever it would mean in a pattern.</summary>
    public static string? Pattern(string? words) =>
        words is null ? null : $"%{words.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
