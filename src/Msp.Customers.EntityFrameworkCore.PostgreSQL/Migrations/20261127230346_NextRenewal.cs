using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Migrations
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
                type: "date",
                nullable: true);

            // Written by hand: what the model keeps from now on is made up for the schedules that are there. The first and the last day are stored as infinite.
            migrationBuilder.Sql(
                """
                UPDATE "QuotaSchedules" AS s
                SET "NextRenewal" = CASE
                    WHEN n."Next" > CASE s."Until" WHEN '-infinity' THEN DATE '0001-01-01' ELSE s."Until" END THEN NULL
                    WHEN n."Next" = DATE '9999-12-31' THEN DATE 'infinity'
                    WHEN n."Next" = DATE '0001-01-01' THEN DATE '-infinity'
                    ELSE n."Next" END
                FROM (
                    SELECT u."Msp", u."CustomerId", u."Number", CASE
                        WHEN u."Months" > 0 AND (EXTRACT(YEAR FROM u."Anchor")::bigint - 1) * 12 + EXTRACT(MONTH FROM u."Anchor")::bigint - 1 + u."Months" < 9999 * 12
                        THEN (u."Anchor" + make_interval(months => u."Months"::int))::date
                        WHEN u."Months" = 0 AND u."Days" <= DATE '9999-12-31' - u."Anchor"
                        THEN u."Anchor" + u."Days"::int END AS "Next"
                    FROM (
                        SELECT "Msp", "CustomerId", "Number",
                            CASE "Anchor" WHEN 'infinity' THEN DATE '9999-12-31' WHEN '-infinity' THEN DATE '0001-01-01' ELSE "Anchor" END AS "Anchor",
                            "NextOccurrence"::bigint * "Every" * CASE "Unit" WHEN 'Day' THEN 1 WHEN 'Week' THEN 7 ELSE 0 END AS "Days",
                            "NextOccurrence"::bigint * "Every"
                                * CASE "Unit" WHEN 'Month' THEN 1 WHEN 'Quarter' THEN 3 WHEN 'HalfYear' THEN 6 WHEN 'Year' THEN 12 ELSE 0 END AS "Months"
                        FROM "QuotaSchedules") AS u) AS n
                WHERE (n."Msp", n."CustomerId", n."Number") = (s."Msp", s."CustomerId", s."Number");
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
