using System.Collections;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Msp.Customers.EntityFrameworkCore;

// Converts objects to rows of the table that the model maps them to, and finds the objects that are rows of the tables of their parts.
internal sealed class RowShape
{
    private const string Annotation = "MspCustomers:RowShape";
    private readonly IEntityType entity;
    private readonly RowShape? owner;
    private readonly List<Column> columns = [];
    private readonly List<(RowShape Shape, Func<object, object?> Read)> parts = [];

    private RowShape(IEntityType entity, RowShape? owner)
    {
        this.entity = entity;
        this.owner = owner;
        Add(entity, row => row);
    }

    public string Table => entity.GetTableName()!;

    public string? Schema => entity.GetSchema();

    public IReadOnlyList<Column> Columns => columns;

    // False when a column has a value that only the change tracker can supply, such as a value that the database generates.
    public bool IsKnown { get; private set; } = true;

    // Created once for each model.
    public static RowShape Of(DbContext context, Type type)
    {
        var entity = context.Model.FindEntityType(type)!;
        return entity.GetOrAddRuntimeAnnotationValue(Annotation, (IEntityType? e) => new RowShape(e!, null), entity);
    }

    // Returns the table and the tables of its parts. Each table follows the one that it refers to.
    public IEnumerable<(RowShape Shape, List<(object Row, object Owner)> Rows)> Rows(List<(object Row, object Owner)> rows)
    {
        yield return (this, rows);
        foreach (var (shape, read) in parts)
        {
            var of = rows.SelectMany(r => ((IEnumerable?)read(r.Row))?.Cast<object>() ?? [], (r, part) => (part, r.Row)).ToList();
            foreach (var further in shape.Rows(of))
            {
                yield return further;
            }
        }
    }

    // A part in the table of its owner adds its columns to that table and shares the key of the owner.
    private void Add(IEntityType type, Func<object, object?> read)
    {
        var table = StoreObjectIdentifier.Table(Table, Schema);
        foreach (var property in type.GetProperties())
        {
            if (property.GetColumnName(table) is { } name && !columns.Exists(c => c.Name == name))
            {
                var mapping = property.GetRelationalTypeMapping();
                var (value, toProvider) = (Reader(type, property, read), ToProvider(mapping.Converter));
                columns.Add(new Column(name, mapping, (row, of, msp) => value(row, of, msp) is { } found ? toProvider(found) : null));
            }
        }

        foreach (var navigation in type.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && !n.IsOnDependent))
        {
            var getter = navigation.GetGetter();
            Func<object, object?> target = row => read(row) is { } from ? getter.GetClrValue(from) : null;
            if (navigation.IsCollection)
            {
                parts.Add((new RowShape(navigation.TargetEntityType, this), target));
                IsKnown &= parts[^1].Shape.IsKnown;
            }
            else if (navigation.TargetEntityType.GetTableName() == Table)
            {
                Add(navigation.TargetEntityType, target);
            }
            else
            {
                IsKnown = false;
            }
        }
    }

    private Func<object, object, string, object?> Reader(IEntityType type, IProperty property, Func<object, object?> read)
    {
        if (property.Name == MspColumn.Name)
        {
            return (_, _, msp) => msp;
        }

        if (!property.IsShadowProperty() && property.ValueGenerated == ValueGenerated.Never)
        {
            var getter = property.GetGetter();
            return (row, _, _) => read(row) is { } from ? getter.GetClrValue(from) : null;
        }

        // The key of the owner, when it is a property of the owner.
        if (
            owner is not null
            && type == entity
            && type.FindOwnership() is { } ownership
            && ownership.Properties.Zip(ownership.PrincipalKey.Properties).FirstOrDefault(p => p.First == property).Second is { } key
            && !key.IsShadowProperty()
        )
        {
            var getter = key.GetGetter();
            return (_, of, _) => getter.GetClrValue(of);
        }

        IsKnown = false;
        return (_, _, _) => null;
    }

    // Compiled here, because the converter's own function from object to object checks the types of each value.
    private static Func<object, object?> ToProvider(ValueConverter? converter)
    {
        if (converter is null)
        {
            return value => value;
        }

        var value = Expression.Parameter(typeof(object));
        var converted = Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(value, converter.ModelClrType));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(converted, typeof(object)), value).Compile();
    }

    // Reads the provider value of a column from a row, its owner and the MSP.
    public sealed record Column(string Name, RelationalTypeMapping Type, Func<object, object, string, object?> Read);
}
