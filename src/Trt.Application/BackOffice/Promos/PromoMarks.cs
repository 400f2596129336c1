using System.Security.Cryptography;
using System.Text;

namespace Trt.Application.BackOffice.Promos;

/// <summary>A short name of a code for buttons.</summary>
public static class PromoMarks
{
    private const int Length = 10;

    public static string Of(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)))[..Length];
}
