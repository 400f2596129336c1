using Npgsql;
using NpgsqlTypes;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>One round trip for all that an answer in another chat needs to know of somebody.</summary>
internal sealed class OwnPiecesLook(Database database) : IOwnPieces
{
    public async Task<OwnPieces> Find(
        UserId user, string? words, IReadOnlyCollection<string> textFields, int skip, int take, CancellationToken token)
    {
        await using var command = database.Source.CreateCommand(
            """
            SELECT u.language, u.blocked_at IS NOT NULL, w.id, w.number, w.model, w.inputs, w.file_id
            FROM users u
            LEFT JOIN LATERAL (
                SELECT g.id, d.number, g.model, g.inputs::text AS inputs, d.file_id, g.created_at
                FROM generations g
                JOIN deliveries d ON d.user_id = g.user_id AND d.generation_id = g.id
                WHERE g.user_id = u.id AND g.status = 'Delivered' AND g.deleted_at IS NULL
                  AND d.state = 'Sent' AND d.file_id IS NOT NULL
                  AND (@pattern IS NULL OR EXISTS (
                      SELECT FROM unnest(@fields) AS field
                      WHERE lower(g.inputs ->> field COLLATE "und-x-icu") LIKE lower(@pattern COLLATE "und-x-icu")))
                ORDER BY g.created_at DESC, g.id DESC, d.number
                OFFSET @skip LIMIT @take
            ) w ON true
            WHERE u.id = @user
            ORDER BY w.created_at DESC, w.id DESC, w.number
            """);
        command.Parameters.AddWithValue("user", user.Value);
        command.Parameters.Add(
            new NpgsqlParameter("pattern", NpgsqlDbType.Text) { Value = (object?)Gallery.Pattern(words) ?? DBNull.Value });
        command.Parameters.Add(
            new NpgsqlParameter("fields", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = textFields.ToArray() });
        command.Parameters.AddWithValue("skip", skip);
        command.Parameters.AddWithValue("take", take);
        await using var reader = await command.ExecuteReaderAsync(token);
        var found = OwnPieces.None;
        List<OwnPiece> pieces = [];
        while (await reader.ReadAsync(token))
        {
            found = new OwnPieces(Enum.Parse<Language>(reader.GetString(0)), reader.GetBoolean(1), pieces);
            if (!await reader.IsDBNullAsync(2, token))
            {
                pieces.Add(new OwnPiece(
                    new GenerationId(reader.GetGuid(2)), reader.GetInt32(3), new ModelId(reader.GetString(4)),
                    InputValues.FromJson(reader.GetString(5)), reader.GetString(6)));
            }
        }

        return found;
    }
}
