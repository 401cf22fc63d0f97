using Microsoft.EntityFrameworkCore.Sqlite.Update.Internal;
using Microsoft.EntityFrameworkCore.Update;

namespace Msp.Customers.EntityFrameworkCore.Sqlite.Bulk;

// The provider's own batches can be made in no other way than by its own factory.
#pragma warning disable EF1001
internal sealed class PreparedBatches(ModificationCommandBatchFactoryDependencies dependencies)
    : SqliteModificationCommandBatchFactory(dependencies)
{
    public override ModificationCommandBatch Create() => new PreparedBatch(base.Create, Dependencies.SqlGenerationHelper);
}
