namespace Trt.Infrastructure.Backups;

/// <summary>Where copies of the database go. A class and no record: a record would print the secret.</summary>
public sealed class BackupOptions
{
    public string? Folder { get; init; }

    public BucketOptions? Bucket { get; init; }

    /// <summary>Whom copies are encrypted for, as age says it (<c>age1…</c>); null = they are not.</summary>
    public string? Recipient { get; init; }

    /// <summary>Which build makes them; it stands in each of them.</summary>
    public string Build { get; init; } = "unknown";

    public string? Place => (Folder, Bucket) switch
    {
        (null, null) => null,
        ({ } folder, null) => folder,
        (null, { } bucket) => bucket.Address.AbsoluteUri,
        ({ } folder, { } bucket) => $"{folder} + {bucket.Address.AbsoluteUri}",
    };
}

/// <summary>A bucket of any storage that speaks S3, and the folder in it.</summary>
public sealed class BucketOptions
{
    /// <summary>Its host, then the bucket, then the folder: <c>https://s3.example.org/bucket/folder</c>.</summary>
    public required Uri Address { get; init; }

    public required string Region { get; init; }

    public required string KeyId { get; init; }

    public required string Secret { get; init; }
}
