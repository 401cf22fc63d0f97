using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

// "dotnet ef migrations add" compares the newest migration with this context.
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<MspCustomersContext>
{
    public MspCustomersContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<MspCustomersContext>().UseMspCustomersSqlite("Data Source=:memory:").Options);
}
