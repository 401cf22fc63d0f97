using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class MspCustomersScheduleNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Anchor_Date",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Every",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Until_Anchor",
                table: "QuotaSchedules");

            migrationBuilder.RenameColumn(
                name: "Every",
                table: "QuotaSchedules",
                newName: "Interval");

            migrationBuilder.RenameColumn(
                name: "Anchor",
                table: "QuotaSchedules",
                newName: "Start");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Interval",
                table: "QuotaSchedules",
                sql: "\"Interval\" BETWEEN 1 AND 1000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Start_Date",
                table: "QuotaSchedules",
                sql: "\"Start\" IS date(\"Start\") AND (\"Start\" IS NULL OR \"Start\" >= '0001-01-01')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Until_Start",
                table: "QuotaSchedules",
                sql: "\"Until\" >= \"Start\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Interval",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Start_Date",
                table: "QuotaSchedules");

            migrationBuilder.DropCheckConstraint(
                name: "CK_QuotaSchedules_Until_Start",
                table: "QuotaSchedules");

            migrationBuilder.RenameColumn(
                name: "Start",
                table: "QuotaSchedules",
                newName: "Anchor");

            migrationBuilder.RenameColumn(
                name: "Interval",
                table: "QuotaSchedules",
                newName: "Every");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Anchor_Date",
                table: "QuotaSchedules",
                sql: "\"Anchor\" IS date(\"Anchor\") AND (\"Anchor\" IS NULL OR \"Anchor\" >= '0001-01-01')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Every",
                table: "QuotaSchedules",
                sql: "\"Every\" BETWEEN 1 AND 1000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_QuotaSchedules_Until_Anchor",
                table: "QuotaSchedules",
                sql: "\"Until\" >= \"Anchor\"");
        }
    }
}
