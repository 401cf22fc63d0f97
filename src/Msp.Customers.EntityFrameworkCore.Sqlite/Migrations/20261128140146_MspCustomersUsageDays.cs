using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class MspCustomersUsageDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Date_Kind_CreditMicros",
                table: "UsageEntries");

            migrationBuilder.DropIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Sequence",
                table: "UsageEntries");

            migrationBuilder.CreateTable(
                name: "UsageDays",
                columns: table => new
                {
                    Msp = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsVoid = table.Column<bool>(type: "INTEGER", nullable: false),
                    WholeCredits = table.Column<long>(type: "INTEGER", nullable: false),
                    RestMicros = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageDays", x => new { x.Msp, x.CustomerId, x.Date, x.IsVoid });
                    table.CheckConstraint("CK_UsageDays_Date_Date", "\"Date\" IS date(\"Date\") AND (\"Date\" IS NULL OR \"Date\" >= '0001-01-01')");
                    table.ForeignKey(
                        name: "FK_UsageDays_Customers_Msp_CustomerId",
                        columns: x => new { x.Msp, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO "UsageDays" ("Msp", "CustomerId", "Date", "IsVoid", "WholeCredits", "RestMicros")
                SELECT "Msp", "CustomerId", "Date", "Kind" = 'Void',
                    SUM(CASE "Kind" WHEN 'Reversal' THEN -1 ELSE 1 END * ("CreditMicros" / 1000000)),
                    SUM(CASE "Kind" WHEN 'Reversal' THEN -1 ELSE 1 END * ("CreditMicros" % 1000000))
                FROM "UsageEntries"
                WHERE "Kind" <> 'Reservation'
                GROUP BY "Msp", "CustomerId", "Date", "Kind" = 'Void'
                """);

            migrationBuilder.CreateIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Date",
                table: "UsageEntries",
                columns: new[] { "Msp", "CustomerId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Kind",
                table: "UsageEntries",
                columns: new[] { "Msp", "CustomerId", "Kind" },
                filter: "\"Kind\" = 'Reservation'");

            migrationBuilder.CreateIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Sequence",
                table: "UsageEntries",
                columns: new[] { "Msp", "CustomerId", "Sequence" },
                unique: true,
                filter: "\"Sequence\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "UsageDays");

            migrationBuilder.DropIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Date",
                table: "UsageEntries");

            migrationBuilder.DropIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Kind",
                table: "UsageEntries");

            migrationBuilder.DropIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Sequence",
                table: "UsageEntries");

            migrationBuilder.CreateIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Date_Kind_CreditMicros",
                table: "UsageEntries",
                columns: new[] { "Msp", "CustomerId", "Date", "Kind", "CreditMicros" });

            migrationBuilder.CreateIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Sequence",
                table: "UsageEntries",
                columns: new[] { "Msp", "CustomerId", "Sequence" },
                unique: true);
        }
    }
}
