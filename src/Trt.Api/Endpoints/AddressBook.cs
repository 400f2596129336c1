using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Trt.Api.Instance;
using Trt.Api.Machines;

namespace Trt.Api.Endpoints;

/// <summary>/openapi.json: what programs may ask of the shop, told by the addresses themselves.</summary>
internal static partial class AddressBook
{
    public const string Path = "/openapi.json";

    private const string Token = "token";

    public static IServiceCollection AddAddressBook(this IServiceCollection services) => services.AddOpenApi(book =>
    {
        book.AddDocumentTransformer((document, _, _) => Introduce(document));
        book.AddOperationTransformer((operation, context, _) => Complete(operation, context));
    });

    /// <summary>For handlers that read the request themselves: the book learns of them from their method.</summary>
    public static IEndpointConventionBuilder Says(this IEndpointConventionBuilder address, Delegate handler, string tag, string summary) =>
        address.WithMetadata(handler.Method).WithTags(tag).WithSummary(summary);

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "TRT",
            Version = ShopBuild.Current.Version,
            Description = "A Telegram shop for AI generations. Amounts are kopecks, times are UTC.",
        };
        // The shop does not know under which address it is reached.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "Made by an owner: ./trt tokens add.",
            },
        };
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededScope>().Any())
        {
            operation.Security =
                [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
        }

        foreach (var name in Hole().Matches(context.Description.RelativePath ?? "").Select(hole => hole.Groups["name"].Value))
        {
            operation.Parameters ??= [];
            if (operation.Parameters.All(known => known.Name != name))
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Path,
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex(@"\{(?<name>\w+)")]
    private static partial Regex Hole();
}
