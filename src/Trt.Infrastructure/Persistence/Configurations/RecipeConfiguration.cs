using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Domain.Catalog;
using Trt.Domain.Recipes;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class OwnRecipeConfiguration : IEntityTypeConfiguration<OwnRecipe>
{
    public void Configure(EntityTypeBuilder<OwnRecipe> recipe)
    {
        recipe.ToTable("recipes");
        recipe.HasKey(r => new { r.UserId, r.Number });
        recipe.Property(r => r.UserId).ValueGeneratedNever();
        recipe.Property(r => r.Number).ValueGeneratedNever();
        recipe.Property(r => r.Code).HasMaxLength(OwnRecipe.CodeLength);
        recipe.Property(r => r.Title).HasMaxLength(OwnRecipe.TitleLengthMax);
        recipe.Property(r => r.Type).HasConversion<string>().HasMaxLength(32);
        // Each brace that is no hole is kept twice.
        recipe.Property(r => r.Words).HasMaxLength(2 * WordsTemplate.LengthMax);
        recipe.Property(r => r.Settings).AsJson(InputValues.ToJson, InputValues.FromJson);
        recipe.Property(r => r.Sharing).HasConversion<string>().HasMaxLength(16);
        recipe.HasIndex(r => r.Code).IsUnique().HasDatabaseName("ux_recipes_code");
    }
}

internal sealed class RecipeRunConfiguration : IEntityTypeConfiguration<RecipeRun>
{
    public void Configure(EntityTypeBuilder<RecipeRun> run)
    {
        run.ToTable("recipe_runs");
        run.HasKey(r => new { r.UserId, r.Number });
        run.Property(r => r.UserId).ValueGeneratedNever();
        run.Property(r => r.Number).ValueGeneratedNever();
        run.Ignore(r => r.Current);
        run.Ignore(r => r.Place);
        run.Ignore(r => r.Open);
        run.Property(r => r.Recipe).AsJson();
        run.Property(r => r.Answers).AsJson();
        run.Property(r => r.Told).AsJson();
        run.HasIndex(r => r.At).HasDatabaseName("ix_recipe_runs_at");
    }
}
