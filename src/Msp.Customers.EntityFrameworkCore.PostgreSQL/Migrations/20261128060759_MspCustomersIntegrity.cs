using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Migrations
{
    /// <inheritdoc />
    internal partial class MspCustomersIntegrity : Migration
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

            migrationBuilder.DropIndex(
                name: "IX_ChangeLog_Msp_IsDelivered_At_Version",
                table: "ChangeLog");

            migrationBuilder.AddColumn<int>(
                name: "Rank",
                table: "ChangeLog",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Date_Date",
                table: "UsageEntries",
                sql: "\"Date\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"Date\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Key_Text",
                table: "UsageEntries",
                sql: "TRIM(\"Key\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Kind",
                table: "UsageEntries",
                sql: "\"Kind\" IN ('Usage', 'Reversal', 'Reservation', 'Void')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ServicePlans_Id_Text",
                table: "ServicePlans",
                sql: "TRIM(\"Id\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ServicePlans_Name_Text",
                table: "ServicePlans",
                sql: "TRIM(\"Name\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ServicePlans_Version",
                table: "ServicePlans",
                sql: "\"Version\" >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ServicePlanRegions_Name_Text",
                table: "ServicePlanRegions",
                sql: "TRIM(\"Name\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ServicePlanFeatures_Name_Text",
                table: "ServicePlanFeatures",
                sql: "TRIM(\"Name\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Anchor_Date",
                table: "QuotaSchedules",
                sql: "\"Anchor\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"Anchor\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_NextRenewal_Date",
                table: "QuotaSchedules",
                sql: "\"NextRenewal\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"NextRenewal\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Until_Date",
                table: "QuotaSchedules",
                sql: "\"Until\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"Until\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CustomerStorageRegions_Name_Text",
                table: "CustomerStorageRegions",
                sql: "TRIM(\"Name\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_AccountName_Text",
                table: "Customers",
                sql: "TRIM(\"AccountName\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_ClosedOn_Date",
                table: "Customers",
                sql: "\"ClosedOn\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"ClosedOn\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_EvaluationEndDate_Date",
                table: "Customers",
                sql: "\"EvaluationEndDate\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"EvaluationEndDate\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_Id_Text",
                table: "Customers",
                sql: "TRIM(\"Id\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_LicenseExpiryDate_Date",
                table: "Customers",
                sql: "\"LicenseExpiryDate\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"LicenseExpiryDate\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_OrganizationName_Text",
                table: "Customers",
                sql: "TRIM(\"OrganizationName\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_RegisteredOn_Date",
                table: "Customers",
                sql: "\"RegisteredOn\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"RegisteredOn\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_RetentionDate_Date",
                table: "Customers",
                sql: "\"RetentionDate\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"RetentionDate\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_ServicePlan_Text",
                table: "Customers",
                sql: "TRIM(\"ServicePlan\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_SuspendedOn_Date",
                table: "Customers",
                sql: "\"SuspendedOn\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"SuspendedOn\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_TimeZone_Text",
                table: "Customers",
                sql: "TRIM(\"TimeZone\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_UsageClosedThrough_Date",
                table: "Customers",
                sql: "\"UsageClosedThrough\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"UsageClosedThrough\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Customers_Version",
                table: "Customers",
                sql: "\"Version\" >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CustomerReferences_Id_Text",
                table: "CustomerReferences",
                sql: "TRIM(\"Id\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CustomerReferences_System_Text",
                table: "CustomerReferences",
                sql: "TRIM(\"System\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CustomerContacts_Name_Text",
                table: "CustomerContacts",
                sql: "TRIM(\"Name\") <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_CreditMicros",
                table: "CreditQuotas",
                sql: "(CAST(\"IsUnlimited\" AS int) = 1 AND \"CreditMicros\" = 0) OR (CAST(\"IsUnlimited\" AS int) = 0 AND \"CreditMicros\" BETWEEN 1 AND 1000000000000000000) OR (\"CreditMicros\" = 0 AND \"CarryOverFrom\" IS NOT NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_EffectiveDate_Date",
                table: "CreditQuotas",
                sql: "\"EffectiveDate\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"EffectiveDate\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_EndDate_Date",
                table: "CreditQuotas",
                sql: "\"EndDate\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"EndDate\" IN ('-infinity', 'infinity')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_VoidedFrom_Date",
                table: "CreditQuotas",
                sql: "\"VoidedFrom\" BETWEEN '0001-01-01' AND '9999-12-31' OR \"VoidedFrom\" IN ('-infinity', 'infinity')");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeLog_Msp_IsDelivered_At_Rank_Version_Id",
                table: "ChangeLog",
                columns: new[] { "Msp", "IsDelivered", "At", "Rank", "Version", "Id" });

            // Written by hand: a deletion stands before what is stored under the same id at the same instant.
            migrationBuilder.Sql(
                """
                UPDATE "ChangeLog" SET "Rank" = 0 WHERE "Kind" = 'Deleted';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_Date_Date",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_Key_Text",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_Kind",
                table: "UsageEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ServicePlans_Id_Text",
                table: "ServicePlans");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ServicePlans_Name_Text",
                table: "ServicePlans");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ServicePlans_Version",
                table: "ServicePlans");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ServicePlanRegions_Name_Text",
                table: "ServicePlanRegions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ServicePlanFeatures_Name_Text",
                table: "ServicePlanFeatures");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Anchor_Date",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_NextRenewal_Date",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Until_Date",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CustomerStorageRegions_Name_Text",
                table: "CustomerStorageRegions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_AccountName_Text",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_ClosedOn_Date",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_EvaluationEndDate_Date",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_Id_Text",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_LicenseExpiryDate_Date",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_OrganizationName_Text",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_RegisteredOn_Date",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_RetentionDate_Date",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_ServicePlan_Text",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_SuspendedOn_Date",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_TimeZone_Text",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_UsageClosedThrough_Date",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Customers_Version",
                table: "Customers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CustomerReferences_Id_Text",
                table: "CustomerReferences");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CustomerReferences_System_Text",
                table: "CustomerReferences");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CustomerContacts_Name_Text",
                table: "CustomerContacts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_CreditMicros",
                table: "CreditQuotas");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_EffectiveDate_Date",
                table: "CreditQuotas");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_EndDate_Date",
                table: "CreditQuotas");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CreditQuotas_VoidedFrom_Date",
                table: "CreditQuotas");

            migrationBuilder.DropIndex(
                name: "IX_ChangeLog_Msp_IsDelivered_At_Rank_Version_Id",
                table: "ChangeLog");

            migrationBuilder.DropColumn(
                name: "Rank",
                table: "ChangeLog");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Kind",
                table: "UsageEntries",
                sql: "\"Kind\" IN ('Usage', 'Reversal', 'Reservation')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CreditQuotas_CreditMicros",
                table: "CreditQuotas",
                sql: "(CAST(\"IsUnlimited\" AS int) = 1 AND \"CreditMicros\" = 0) OR (CAST(\"IsUnlimited\" AS int) = 0 AND \"CreditMicros\" BETWEEN 1 AND 1000000000000000000)");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeLog_Msp_IsDelivered_At_Version",
                table: "ChangeLog",
                columns: new[] { "Msp", "IsDelivered", "At", "Version" });
        }
    }
}
