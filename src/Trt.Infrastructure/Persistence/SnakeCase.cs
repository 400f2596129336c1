using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Trt.Infrastructure.Persistence;

/// <summary>Tables and columns read naturally in SQL: <c>ledger_entries.available_delta</c>.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            // What is a part of an entity stands in its row under its own names; a name that was given on purpose stays.
            var parts = entity.GetComplexProperties().SelectMany(part => part.ComplexType.GetProperties());
            foreach (var property in entity.GetProperties().Concat(parts).Where(each => each[RelationalAnnotationNames.ColumnName] is null))
            {
                property.SetColumnName(Of(property.Name.TrimStart('_')));
            }

            foreach (var key in entity.GetKeys().Where(key => key.IsPrimaryKey()))
            {
                key.SetName($"pk_{entity.GetTableName()}");
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName($"fk_{entity.GetTableName()}_{foreignKey.PrincipalEntityType.GetTableName()}");
            }
        }
    }

    private static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && result.Length > 0)
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(letter));
        }

        return result.ToString();
    }
}
