using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Server;

// "dotnet ef migrations add" compares the newest migration with this context.
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<MspCustomersContext>
{
    public MspCustomersContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<MspCustomersContext>().UseMspCustomersPostgreSql("Host=none").Options);
}
