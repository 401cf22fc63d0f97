using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql.EntityFrameworkCore.PostgreSQL.Update.Internal;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Bulk;

// The provider's own batches can be made in no other way than by its own factory.
#pragma warning disable EF1001
internal sealed class CopyBatches(ModificationCommandBatchFactoryDependencies dependencies, IDbContextOptions options)
    : NpgsqlModificationCommandBatchFactory(dependencies, options)
{
    private readonly ModificationCommandBatchFactoryDependencies dependencies = dependencies;

    public override ModificationCommandBatch Create() => new CopyBatch(base.Create, dependencies.SqlGenerationHelper);
}
