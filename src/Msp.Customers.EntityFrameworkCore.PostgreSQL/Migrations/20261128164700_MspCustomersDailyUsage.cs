using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Migrations
{
    /// <inheritdoc />
    internal partial class MspCustomersDailyUsage : Migration
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

            migrationBuilder.DropIndex(
                name: "IX_QuotaSchedules_NextRenewal",
                table: "QuotaSchedules");

            migrationBuilder.DropIndex(
                name: "IX_CustomerStorageRegions_Name",
                table: "CustomerStorageRegions");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Msp_LicenseExpiryDate",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Msp_ServicePlan",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_CreditQuotas_EffectiveDate_EndDate",
                table: "CreditQuotas");

            migrationBuilder.DropIndex(
                name: "IX_CreditQuotas_EndDate",
                table: "CreditQuotas");

            migrationBuilder.DropIndex(
                name: "IX_CreditQuotas_VoidedFrom",
                table: "CreditQuotas");

            migrationBuilder.RenameColumn(
                name: "At",
                table: "UsageEntries",
                newName: "OccurredAt");

            migrationBuilder.RenameColumn(
                name: "At",
                table: "ChangeLog",
                newName: "ChangedAt");

            migrationBuilder.RenameIndex(
                name: "IX_ChangeLog_Msp_Subject_SubjectId_At_Version",
                table: "ChangeLog",
                newName: "IX_ChangeLog_Msp_Subject_SubjectId_ChangedAt_Version");

            migrationBuilder.RenameIndex(
                name: "IX_ChangeLog_Msp_IsDelivered_At_Rank_Version_Id",
                table: "ChangeLog",
                newName: "IX_ChangeLog_Msp_IsDelivered_ChangedAt_Rank_Version_Id");

            migrationBuilder.CreateTable(
                name: "DailyUsage",
                columns: table => new
                {
                    Msp = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    CustomerId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    IsVoid = table.Column<bool>(type: "boolean", nullable: false),
                    WholeCredits = table.Column<long>(type: "bigint", nullable: false),
                    RestMicros = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailyUsage", x => new { x.Msp, x.CustomerId, x.Date, x.IsVoid });
                    table.CheckConstraint("CK_DailyUsage_Date_Date", "\"Date\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"Date\" IN ('-infinity', 'infinity')");
                    table.ForeignKey(
                        name: "FK_DailyUsage_Customers_Msp_CustomerId",
                        columns: x => new { x.Msp, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO "DailyUsage" ("Msp", "CustomerId", "Date", "IsVoid", "WholeCredits", "RestMicros")
                SELECT "Msp", "CustomerId", "Date", "Kind" = 'Void',
                    CAST(SUM(CASE "Kind" WHEN 'Reversal' THEN -1 ELSE 1 END * ("CreditMicros" / 1000000)) AS bigint),
                    CAST(SUM(CASE "Kind" WHEN 'Reversal' THEN -1 ELSE 1 END * ("CreditMicros" % 1000000)) AS bigint)
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

            migrationBuilder.CreateIndex(
                name: "IX_QuotaSchedules_Msp_NextRenewal",
                table: "QuotaSchedules",
                columns: new[] { "Msp", "NextRenewal" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerStorageRegions_Msp_Name",
                table: "CustomerStorageRegions",
                columns: new[] { "Msp", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_AccountKey_Closed",
                table: "Customers",
                columns: new[] { "Msp", "AccountKey", "Id" },
                filter: "\"ClosedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_AccountKey_Commercial",
                table: "Customers",
                columns: new[] { "Msp", "AccountKey", "Id" },
                filter: "\"TenantType\" = 'Commercial'");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_AccountKey_Evaluation",
                table: "Customers",
                columns: new[] { "Msp", "AccountKey", "Id" },
                filter: "\"TenantType\" = 'Evaluation'");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_AccountKey_Sandbox",
                table: "Customers",
                columns: new[] { "Msp", "AccountKey", "Id" },
                filter: "\"TenantType\" = 'Sandbox'");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_AccountKey_Suspended",
                table: "Customers",
                columns: new[] { "Msp", "AccountKey", "Id" },
                filter: "\"SuspendedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_LicenseExpiryDate_Id",
                table: "Customers",
                columns: new[] { "Msp", "LicenseExpiryDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_ServicePlan_Id",
                table: "Customers",
                columns: new[] { "Msp", "ServicePlan", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditQuotas_Msp_EffectiveDate_EndDate",
                table: "CreditQuotas",
                columns: new[] { "Msp", "EffectiveDate", "EndDate" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditQuotas_Msp_EndDate",
                table: "CreditQuotas",
                columns: new[] { "Msp", "EndDate" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditQuotas_Msp_VoidedFrom",
                table: "CreditQuotas",
                columns: new[] { "Msp", "VoidedFrom" },
                filter: "\"VoidedFrom\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DailyUsage");

            migrationBuilder.DropIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Date",
                table: "UsageEntries");

            migrationBuilder.DropIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Kind",
                table: "UsageEntries");

            migrationBuilder.DropIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Sequence",
                table: "UsageEntries");

            migrationBuilder.DropIndex(
                name: "IX_QuotaSchedules_Msp_NextRenewal",
                table: "QuotaSchedules");

            migrationBuilder.DropIndex(
                name: "IX_CustomerStorageRegions_Msp_Name",
                table: "CustomerStorageRegions");

            migrationBuilder.DropIndex(
                name: "IX_Customers_AccountKey_Closed",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_AccountKey_Commercial",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_AccountKey_Evaluation",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_AccountKey_Sandbox",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_AccountKey_Suspended",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Msp_LicenseExpiryDate_Id",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Msp_ServicePlan_Id",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_CreditQuotas_Msp_EffectiveDate_EndDate",
                table: "CreditQuotas");

            migrationBuilder.DropIndex(
                name: "IX_CreditQuotas_Msp_EndDate",
                table: "CreditQuotas");

            migrationBuilder.DropIndex(
                name: "IX_CreditQuotas_Msp_VoidedFrom",
                table: "CreditQuotas");

            migrationBuilder.RenameColumn(
                name: "OccurredAt",
                table: "UsageEntries",
                newName: "At");

            migrationBuilder.RenameColumn(
                name: "ChangedAt",
                table: "ChangeLog",
                newName: "At");

            migrationBuilder.RenameIndex(
                name: "IX_ChangeLog_Msp_Subject_SubjectId_ChangedAt_Version",
                table: "ChangeLog",
                newName: "IX_ChangeLog_Msp_Subject_SubjectId_At_Version");

            migrationBuilder.RenameIndex(
                name: "IX_ChangeLog_Msp_IsDelivered_ChangedAt_Rank_Version_Id",
                table: "ChangeLog",
                newName: "IX_ChangeLog_Msp_IsDelivered_At_Rank_Version_Id");

            migrationBuilder.CreateIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Date_Kind_CreditMicros",
                table: "UsageEntries",
                columns: new[] { "Msp", "CustomerId", "Date", "Kind", "CreditMicros" });

            migrationBuilder.CreateIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Sequence",
                table: "UsageEntries",
                columns: new[] { "Msp", "CustomerId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuotaSchedules_NextRenewal",
                table: "QuotaSchedules",
                column: "NextRenewal");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerStorageRegions_Name",
                table: "CustomerStorageRegions",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_LicenseExpiryDate",
                table: "Customers",
                columns: new[] { "Msp", "LicenseExpiryDate" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_ServicePlan",
                table: "Customers",
                columns: new[] { "Msp", "ServicePlan" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditQuotas_EffectiveDate_EndDate",
                table: "CreditQuotas",
                columns: new[] { "EffectiveDate", "EndDate" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditQuotas_EndDate",
                table: "CreditQuotas",
                column: "EndDate");

            migrationBuilder.CreateIndex(
                name: "IX_CreditQuotas_VoidedFrom",
                table: "CreditQuotas",
                column: "VoidedFrom");
        }
    }
}
