using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class NextRenewal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "NextRenewal",
                table: "QuotaSchedules",
                type: "TEXT",
                nullable: true);

            // Written by hand: what the model keeps from now on is made up for the schedules that are there. In a month without the day, it is the last of the month.
            migrationBuilder.Sql(
                """
                UPDATE "QuotaSchedules" SET "NextRenewal" = CASE
                    WHEN "Unit" IN ('Day', 'Week')
                    THEN date("Anchor", '+' || ("NextOccurrence" * "Every" * CASE "Unit" WHEN 'Week' THEN 7 ELSE 1 END) || ' days')
                    ELSE (
                        SELECT min(
                            date("First", '+' || (CAST(strftime('%d', "Anchor") AS INTEGER) - 1) || ' days'),
                            coalesce(date("First", '+1 month', '-1 day'), date("First", '+30 days')))
                        FROM (SELECT date("Anchor", 'start of month', '+' || ("NextOccurrence" * "Every" * CASE "Unit"
                            WHEN 'Quarter' THEN 3 WHEN 'HalfYear' THEN 6 WHEN 'Year' THEN 12 ELSE 1 END) || ' months') AS "First")
                    ) END;
                UPDATE "QuotaSchedules" SET "NextRenewal" = NULL WHERE "NextRenewal" > "Until";
                """);

            migrationBuilder.CreateIndex(
                name: "IX_QuotaSchedules_NextRenewal",
                table: "QuotaSchedules",
                column: "NextRenewal");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_EvaluationEndDate",
                table: "Customers",
                columns: new[] { "Msp", "EvaluationEndDate" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_RetentionDate",
                table: "Customers",
                columns: new[] { "Msp", "RetentionDate" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Customers_Msp_EvaluationEndDate",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Msp_RetentionDate",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_QuotaSchedules_NextRenewal",
                table: "QuotaSchedules");

            migrationBuilder.DropColumn(
                name: "NextRenewal",
                table: "QuotaSchedules");
        }
    }
}
