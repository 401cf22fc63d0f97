using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Migrations
{
    /// <inheritdoc />
    internal partial class TempA : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_Kind",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_CreditMicros",
                table: "CreditQuotas");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Kind",
                table: "UsageEntries",
                sql: "\"Kind\" IN ('Usage', 'Reversal', 'Reservation', 'Void')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_CreditMicros",
                table: "CreditQuotas",
                sql: "(CAST(\"IsUnlimited\" AS int) = 1 AND \"CreditMicros\" = 0) OR (CAST(\"IsUnlimited\" AS int) = 0 AND \"CreditMicros\" BETWEEN 1 AND 1000000000000000000) OR (\"CreditMicros\" = 0 AND \"CarryOverFrom\" IS NOT NULL)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_Kind",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_CreditMicros",
                table: "CreditQuotas");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Kind",
                table: "UsageEntries",
                sql: "\"Kind\" IN ('Usage', 'Reversal', 'Reservation')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_CreditMicros",
                table: "CreditQuotas",
                sql: "(CAST(\"IsUnlimited\" AS int) = 1 AND \"CreditMicros\" = 0) OR (CAST(\"IsUnlimited\" AS int) = 0 AND \"CreditMicros\" BETWEEN 1 AND 1000000000000000000)");
        }
    }
}
