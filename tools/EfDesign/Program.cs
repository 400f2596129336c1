using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Trt.Infrastructure.Persistence;

Console.WriteLine("dotnet ef migrations add <Name> -p src/Trt.Infrastructure -s tools/EfDesign -o Persistence/Migrations");

/// <summary>The tools look for this in the assembly they start.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<TrtDbContext>
{
    public TrtDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TrtDbContext>().UseNpgsql("Host=design-time").Options);
}
