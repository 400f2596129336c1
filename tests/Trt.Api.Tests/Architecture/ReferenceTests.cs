using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Trt.Api.Options;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;
using Trt.Testing;

namespace Trt.Api.Tests.Architecture;

/// <summary>What the layers may know, and what project references cannot show.</summary>
public sealed class ReferenceTests
{
    private static readonly Assembly Domain = typeof(Money).Assembly;
    private static readonly Assembly Application = typeof(ShopOptions).Assembly;
    private static readonly Assembly Infrastructure = typeof(Database).Assembly;
    private static readonly Assembly Api = typeof(TrtOptions).Assembly;
    private static readonly Assembly Sandbox = typeof(Trt.Sandbox.Sandbox).Assembly;

    [Test]
    public void The_domain_knows_nothing_but_the_language() =>
        References(Domain).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));

    [Test]
    public void Dependencies_point_inward()
    {
        Ours(Application).ShouldBe(["Trt.Domain"], ignoreOrder: true);
        Ours(Infrastructure).ShouldBeSubsetOf(["Trt.Domain", "Trt.Application"]);
        Ours(Api).ShouldBeSubsetOf(["Trt.Domain", "Trt.Application", "Trt.Infrastructure"]);
        Ours(Sandbox).ShouldNotContain(name => name.EndsWith("Tests", StringComparison.Ordinal));
    }

    [Test]
    public void The_application_knows_neither_PostgreSQL_nor_HTTP() =>
        References(Application).ShouldAllBe(name =>
            !name.StartsWith("Npgsql", StringComparison.Ordinal)
            && !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            && name != "System.Net.Http");

    [Test]
    public void Production_contains_no_simulator() =>
        new[] { Domain, Application, Infrastructure, Api }.ShouldAllBe(assembly => !Ours(assembly).Contains("Trt.Sandbox"));

    /// <summary>Nobody may be told to trust any certificate, or to believe a header about who is calling.</summary>
    [TestCase("CertificateValidationCallback")]
    [TestCase("CertificateCustomValidation")]
    [TestCase("DangerousAcceptAny")]
    [TestCase("ForwardedHeaders")]
    [TestCase("X-Forwarded")]
    public void Nothing_weakens_what_is_known_of_the_other_side(string word) =>
        Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(word, StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();

    [Test]
    public void Handlers_are_sealed_and_nobodys_business()
    {
        foreach (var handler in Application.GetTypes().Where(IsHandler))
        {
            handler.IsSealed.ShouldBeTrue(handler.Name);
            handler.IsPublic.ShouldBeFalse(handler.Name);
        }
    }

    [Test]
    public void Every_request_has_exactly_one_handler_in_the_same_namespace()
    {
        foreach (var request in Application.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IBaseRequest))))
        {
            var handlers = Application.GetTypes().Where(type => IsHandler(type) && Handles(type, request)).ToList();
            handlers.ShouldHaveSingleItem().Namespace.ShouldBe(request.Namespace, request.Name);
        }
    }

    [Test]
    public void Requests_cannot_be_changed_on_their_way()
    {
        foreach (var property in Application.GetTypes().Where(type => type.IsAssignableTo(typeof(IBaseRequest))).SelectMany(type => type.GetProperties()))
        {
            var isFixed = property.SetMethod is not { } setter || setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            isFixed.ShouldBeTrue($"{property.DeclaringType!.Name}.{property.Name}");
        }
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IReadOnlyList<string> Ours(Assembly assembly) => [.. References(assembly).Where(name => name.StartsWith("Trt.", StringComparison.Ordinal))];

    private static bool IsHandler(Type type) => !type.IsAbstract && HandlerContracts(type).Any();

    private static bool Handles(Type handler, Type request) => HandlerContracts(handler).Any(contract => contract.GenericTypeArguments[0] == request);

    private static IEnumerable<Type> HandlerContracts(Type type) =>
        type.GetInterfaces().Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>));
}
