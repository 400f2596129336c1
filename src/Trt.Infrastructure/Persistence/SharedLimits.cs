namespace Trt.Infrastructure.Persistence;

/// <summary>The tables behind <see cref="Outbox.Pace"/>: slots of the provider's limits, and pauses.</summary>
internal static class SharedLimits
{
    public const string Create =
        """
        CREATE TABLE pace_slots (
            name text NOT NULL,
            slot integer NOT NULL,
            used_at timestamptz NOT NULL DEFAULT 'epoch',
            PRIMARY KEY (name, slot)
        );
        INSERT INTO pace_slots (name, slot) SELECT 'submit', n FROM generate_series(1, 20) n;
        INSERT INTO pace_slots (name, slot) SELECT 'read', n FROM generate_series(1, 10) n;

        CREATE TABLE pauses (
            name text PRIMARY KEY,
            until timestamptz NOT NULL,
            reason text NOT NULL
        );
        """;
}
