using System.Runtime.CompilerServices;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Finding;

namespace Trt.Application.Finding;

/// <summary>By the rules of two languages and the names of the catalog. The same cards are read with the same words.</summary>
internal sealed class WordsReader(ICatalog catalog) : IWishReader
{
    private static readonly ConditionalWeakTable<ModelCatalog, PhraseReader> Readers = [];

    public ValueTask<Reading> Read(string? text, FilesGiven files, CancellationToken token) =>
        ValueTask.FromResult(Readers.GetValue(catalog.Current, cards => new PhraseReader(cards)).Read(text, files));
}
