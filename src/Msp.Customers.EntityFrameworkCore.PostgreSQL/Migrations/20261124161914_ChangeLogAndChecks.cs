using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Migrations
{
    /// <inheritdoc />
    internal partial class ChangeLogAndChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChangeLog",
                columns: table => new
                {
                    Msp = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true, collation: "C"),
                    Members = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsDelivered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeLog", x => new { x.Msp, x.EntryId });
                    table.CheckConstraint("CK_ChangeLog_Kind", "\"Kind\" IN ('Added', 'Changed', 'Deleted')");
                    table.CheckConstraint("CK_ChangeLog_Subject", "\"Subject\" IN ('Customer', 'ServicePlan')");
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_CreditMicros",
                table: "UsageEntries",
                sql: "\"CreditMicros\" BETWEEN 0 AND 1000000000000000000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_HeldUntil",
                table: "UsageEntries",
                sql: "(\"HeldUntil\" IS NOT NULL AND \"Kind\" = 'Reservation') OR (\"HeldUntil\" IS NULL AND \"Kind\" <> 'Reservation')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Kind",
                table: "UsageEntries",
                sql: "\"Kind\" IN ('Usage', 'Reversal', 'Reservation')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_RequestedMicros",
                table: "UsageEntries",
                sql: "\"RequestedMicros\" BETWEEN 0 AND 1000000000000000000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Turn",
                table: "UsageEntries",
                sql: "\"Turn\" >= 1");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ServicePlans_Edition",
                table: "ServicePlans",
                sql: "\"Edition\" IN ('Business', 'Enterprise', 'Elite')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_CarryOverMaxMicros",
                table: "QuotaSchedules",
                sql: "\"CarryOverMaxMicros\" BETWEEN 1 AND 1000000000000000000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_CarryOverMaxPercentMillionths",
                table: "QuotaSchedules",
                sql: "\"CarryOverMaxPercentMillionths\" BETWEEN 1 AND 1000000000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_CreditMicros",
                table: "QuotaSchedules",
                sql: "(CAST(\"IsUnlimited\" AS int) = 1 AND \"CreditMicros\" = 0) OR (CAST(\"IsUnlimited\" AS int) = 0 AND \"CreditMicros\" BETWEEN 1 AND 1000000000000000000)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Every",
                table: "QuotaSchedules",
                sql: "\"Every\" BETWEEN 1 AND 1000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_IncrementMicros",
                table: "QuotaSchedules",
                sql: "\"IncrementMicros\" BETWEEN 0 AND 1000000000000000000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_NextOccurrence",
                table: "QuotaSchedules",
                sql: "\"NextOccurrence\" >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Number",
                table: "QuotaSchedules",
                sql: "\"Number\" >= 1");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Unit",
                table: "QuotaSchedules",
                sql: "\"Unit\" IN ('Day', 'Week', 'Month', 'Quarter', 'HalfYear', 'Year')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Until_Anchor",
                table: "QuotaSchedules",
                sql: "\"Until\" >= \"Anchor\"");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_ClosedOn",
                table: "Customers",
                sql: "(\"ClosedOn\" IS NULL AND \"RetentionDate\" IS NULL) OR (\"ClosedOn\" IS NOT NULL AND \"RetentionDate\" IS NOT NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_EvaluationEndDate",
                table: "Customers",
                sql: "(\"EvaluationEndDate\" IS NOT NULL AND \"TenantType\" = 'Evaluation') OR (\"EvaluationEndDate\" IS NULL AND \"TenantType\" <> 'Evaluation')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_EvaluationEndDate_RegisteredOn",
                table: "Customers",
                sql: "\"EvaluationEndDate\" >= \"RegisteredOn\"");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_LastContactNumber",
                table: "Customers",
                sql: "\"LastContactNumber\" >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_LastQuotaNumber",
                table: "Customers",
                sql: "\"LastQuotaNumber\" >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_LastScheduleNumber",
                table: "Customers",
                sql: "\"LastScheduleNumber\" >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_RetentionDate_ClosedOn",
                table: "Customers",
                sql: "\"RetentionDate\" >= \"ClosedOn\"");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_SuspendedOn",
                table: "Customers",
                sql: "(\"SuspendedOn\" IS NULL AND \"SuspensionReason\" IS NULL) OR (\"SuspendedOn\" IS NOT NULL AND \"SuspensionReason\" IS NOT NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_SuspensionReason",
                table: "Customers",
                sql: "\"SuspensionReason\" IN ('Other', 'NonPayment', 'Fraud', 'CustomerRequest')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_TenantType",
                table: "Customers",
                sql: "\"TenantType\" IN ('Evaluation', 'Commercial', 'Sandbox')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CustomerContacts_Number",
                table: "CustomerContacts",
                sql: "\"Number\" >= 1");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CustomerContacts_Roles",
                table: "CustomerContacts",
                sql: "\"Roles\" BETWEEN 0 AND 15");

            migrationBuilder.CreateIndex(
                name: "IX_CreditQuotas_VoidedFrom",
                table: "CreditQuotas",
                column: "VoidedFrom");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_CarryOverFrom",
                table: "CreditQuotas",
                sql: "\"CarryOverFrom\" >= 1");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_CarryOverMaxMicros",
                table: "CreditQuotas",
                sql: "\"CarryOverMaxMicros\" BETWEEN 1 AND 1000000000000000000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_CarryOverMaxPercentMillionths",
                table: "CreditQuotas",
                sql: "\"CarryOverMaxPercentMillionths\" BETWEEN 1 AND 1000000000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_CreditMicros",
                table: "CreditQuotas",
                sql: "(CAST(\"IsUnlimited\" AS int) = 1 AND \"CreditMicros\" = 0) OR (CAST(\"IsUnlimited\" AS int) = 0 AND \"CreditMicros\" BETWEEN 1 AND 1000000000000000000)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_EndDate_EffectiveDate",
                table: "CreditQuotas",
                sql: "\"EndDate\" >= \"EffectiveDate\"");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_Number",
                table: "CreditQuotas",
                sql: "\"Number\" >= 1");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeLog_Msp_IsDelivered_At_Version",
                table: "ChangeLog",
                columns: new[] { "Msp", "IsDelivered", "At", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeLog_Msp_Subject_Id_At_Version",
                table: "ChangeLog",
                columns: new[] { "Msp", "Subject", "Id", "At", "Version" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangeLog");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_CreditMicros",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_HeldUntil",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_Kind",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_RequestedMicros",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_Turn",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ServicePlans_Edition",
                table: "ServicePlans");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_CarryOverMaxMicros",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_CarryOverMaxPercentMillionths",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_CreditMicros",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Every",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_IncrementMicros",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_NextOccurrence",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Number",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Unit",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Until_Anchor",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_ClosedOn",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_EvaluationEndDate",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_EvaluationEndDate_RegisteredOn",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_LastContactNumber",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_LastQuotaNumber",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_LastScheduleNumber",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_RetentionDate_ClosedOn",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_SuspendedOn",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_SuspensionReason",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_TenantType",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CustomerContacts_Number",
                table: "CustomerContacts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CustomerContacts_Roles",
                table: "CustomerContacts");

            migrationBuilder.DropIndex(
                name: "IX_CreditQuotas_VoidedFrom",
                table: "CreditQuotas");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_CarryOverFrom",
                table: "CreditQuotas");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_CarryOverMaxMicros",
                table: "CreditQuotas");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_CarryOverMaxPercentMillionths",
                table: "CreditQuotas");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_CreditMicros",
                table: "CreditQuotas");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_EndDate_EffectiveDate",
                table: "CreditQuotas");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_Number",
                table: "CreditQuotas");
        }
    }
}
