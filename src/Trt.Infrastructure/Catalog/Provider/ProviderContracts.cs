namespace Trt.Infrastructure.Catalog.Provider;

/// <summary>All that the provider says, from a folder of contracts or from one of them.</summary>
public static class ProviderContracts
{
    /// <summary>What is delivered with the program: docs/provider.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "provider");

    /// <exception cref="InvalidDataException">There is something else.</exception>
    public static IReadOnlyList<ProviderContract> Read(string path)
    {
        if (!Directory.Exists(path))
        {
            return [ContractFile.Read(path)];
        }

        var contracts = Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(ContractFile.Read)
            .ToList();
        return contracts.Count > 0 ? contracts : throw new InvalidDataException($"{path} holds no contracts.");
    }
}
