using Npgsql;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests.Storms;

/// <summary>Somebody who orders pictures, one after the other, and pays in now and then.</summary>
internal sealed class Person(Customer customer, Books books, Random random)
{
    private const int OpenAtOnceMax = 2;
    private const int PaysInOneOf = 4;

    public Customer Customer => customer;

    /// <summary>What they pressed for minutes without an effect.</summary>
    public int GaveUp { get; private set; }

    public async Task Live(CancellationToken evening)
    {
        while (!evening.IsCancellationRequested)
        {
            try
            {
                await customer.Arrives();
                if (random.Next(PaysInOneOf) == 0)
                {
                    await customer.PaysIn();
                }

                var before = await books.Orders(customer);
                await customer.OrdersPicture(() => HaveMoreThan(before));
                while (!evening.IsCancellationRequested && await books.OpenOrders(customer) >= OpenAtOnceMax)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 1000)), TimeProvider.System, CancellationToken.None);
                }
            }
            catch (Exception hopeless) when (hopeless is TimeoutException or NpgsqlException or InvalidOperationException)
            {
                GaveUp++;
            }
        }
    }

    /// <summary>While the database is down, nobody sees anything new.</summary>
    private async Task<bool> HaveMoreThan(long before)
    {
        try
        {
            return await books.Orders(customer) > before;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
