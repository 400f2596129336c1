using System.Collections.Concurrent;
using Trt.Sandbox.Kie.Faults;

namespace Trt.Sandbox.Kie.Protocol;

/// <summary>One account per key: its credits and its pace.</summary>
internal sealed class KieAccounts(KieDial dial, TimeProvider time)
{
    private const decimal OpeningCredits = 1_000_000;

    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);

    public long CreatesAccepted => _accounts.Values.Sum(account => account.Creates.Passed);

    public long CreatesOvershoot => _accounts.Values.Sum(account => account.Creates.Overshoot);

    public long ReadsOvershoot => _accounts.Values.Sum(account => account.Reads.Overshoot);

    /// <summary>False = too fast. With the limit switched off the call passes, but is still counted as too fast.</summary>
    public bool MayCreate(string key) => Of(key).Creates.Enter(time.GetUtcNow()) || dial.Current.RateLimit == false;

    public bool MayRead(string key) => Of(key).Reads.Enter(time.GetUtcNow()) || dial.Current.RateLimit == false;

    /// <summary>The list, prices, contracts and success rates share one call a second.</summary>
    public bool MayLookAround(string key) => Of(key).Looks.Enter(time.GetUtcNow()) || dial.Current.RateLimit == false;

    public decimal CreditsOf(string key) => (dial.Current.Credits ?? OpeningCredits) - Of(key).Spent;

    /// <summary>Takes what a finished task costs and tells what is left.</summary>
    public decimal Charge(string key, decimal credits)
    {
        Of(key).Spend(credits);
        return CreditsOf(key);
    }

    public void Clear() => _accounts.Clear();

    private Account Of(string key) => _accounts.GetOrAdd(key, _ => new Account());

    private sealed class Account
    {
        private readonly Lock _gate = new();
        private decimal _spent;

        public RateWindow Creates { get; } = new(20, TimeSpan.FromSeconds(10));

        public RateWindow Reads { get; } = new(10, TimeSpan.FromSeconds(1));

        public RateWindow Looks { get; } = new(1, TimeSpan.FromSeconds(1));

        public decimal Spent
        {
            get
            {
                lock (_gate)
                {
                    return _spent;
                }
            }
        }

        public void Spend(decimal credits)
        {
            lock (_gate)
            {
                _spent += credits;
            }
        }
    }
}
