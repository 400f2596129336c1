using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Domain.Wallets;

public sealed record CustomerFunds(Money Balance, FreeRoom Free)
{
    public int FreeLeft => Free.Today;
}
