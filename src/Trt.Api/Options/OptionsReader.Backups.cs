using Trt.Api.Instance;
using Trt.Application.Terms;
using Trt.Infrastructure.Backups;

namespace Trt.Api.Options;

/// <summary>Where copies of the database go, how often, and for how long they stay.</summary>
public sealed partial class OptionsReader
{
    private const int WeekHours = 168;

    /// <summary>The same for commands that need nothing else.</summary>
    /// <exception cref="FormatException">Something in them cannot be used.</exception>
    public static (BackupOptions Options, BackupTerms Terms) ReadBackups(IConfiguration source)
    {
        var reader = new OptionsReader(source);
        var (options, terms) = (reader.ReadBackupOptions(), reader.ReadBackupTerms());
        return reader._problems.Count == 0
            ? (options, terms)
            : throw new FormatException(string.Join(Environment.NewLine, reader._problems));
    }

    private BackupTerms ReadBackupTerms()
    {
        var usual = new BackupTerms();
        return usual with
        {
            Every = TimeSpan.FromHours(Number("BACKUP_EVERY_HOURS", (int)usual.Every.TotalHours, 1, WeekHours)),
            KeepDays = Number("BACKUP_KEEP_DAYS", usual.KeepDays, 1, 3650),
            KeepWeeks = Number("BACKUP_KEEP_WEEKS", usual.KeepWeeks, 0, 520),
        };
    }

    private BackupOptions ReadBackupOptions()
    {
        var recipient = Text("BACKUP_AGE_RECIPIENT");
        if (recipient?.StartsWith("age1", StringComparison.Ordinal) == false)
        {
            _problems.Add("BACKUP_AGE_RECIPIENT is no public key of age: it begins with age1 (age-keygen makes a pair; the other half stays away from the shop).");
        }

        return new BackupOptions
        {
            Folder = Text("BACKUP_DIR"),
            Bucket = ReadBucket(),
            Recipient = recipient,
            Build = ShopBuild.Current.ToString(),
        };
    }

    /// <summary>All of it or nothing.</summary>
    private BucketOptions? ReadBucket()
    {
        var (address, key, secret) = (Address("BACKUP_S3_URL"), Text("BACKUP_S3_KEY_ID"), Text("BACKUP_S3_SECRET"));
        var region = Text("BACKUP_S3_REGION") ?? "us-east-1";
        if (Text("BACKUP_S3_URL") is null && key is null && secret is null)
        {
            return null;
        }

        if (address is null || key is null || secret is null)
        {
            _problems.Add("BACKUP_S3_URL (https://host/bucket/folder), BACKUP_S3_KEY_ID and BACKUP_S3_SECRET belong together: set all three, or none.");
            return null;
        }

        if (address is { AbsolutePath: "/" } or { Scheme: not "https", IsLoopback: false } or { UserInfo.Length: > 0 })
        {
            _problems.Add("BACKUP_S3_URL must be https://host/bucket or https://host/bucket/folder, without a key in it.");
        }

        return new BucketOptions { Address = address, Region = region, KeyId = key, Secret = secret };
    }
}
