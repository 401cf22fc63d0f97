using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Migrations
{
    /// <inheritdoc />
    internal partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Customers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Msp = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    AccountName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    OrganizationName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true, collation: "C"),
                    PhoneNumber = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true, collation: "C"),
                    AccountKey = table.Column<string>(type: "character varying(768)", maxLength: 768, nullable: false, collation: "C"),
                    OrganizationKey = table.Column<string>(type: "character varying(768)", maxLength: 768, nullable: false, collation: "C"),
                    SearchText = table.Column<string>(type: "character varying(1537)", maxLength: 1537, nullable: false, collation: "C"),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    ServicePlan = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true, collation: "C"),
                    TenantType = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    LicenseExpiryDate = table.Column<DateOnly>(type: "date", nullable: true),
                    RegisteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EvaluationEndDate = table.Column<DateOnly>(type: "date", nullable: true),
                    SuspendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SuspensionReason = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RetentionDate = table.Column<DateOnly>(type: "date", nullable: true),
                    UsageClosedThrough = table.Column<DateOnly>(type: "date", nullable: true),
                    LastQuotaNumber = table.Column<int>(type: "integer", nullable: false),
                    LastScheduleNumber = table.Column<int>(type: "integer", nullable: false),
                    LastContactNumber = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Customers", x => new { x.Msp, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ServicePlans",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Msp = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    NameKey = table.Column<string>(type: "character varying(768)", maxLength: 768, nullable: false, collation: "C"),
                    Edition = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServicePlans", x => new { x.Msp, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "CreditQuotas",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Msp = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    CustomerId = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    EffectiveDate = table.Column<DateOnly>(type: "date", nullable: false),
                    EndDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    VoidedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    CarryOverFrom = table.Column<int>(type: "integer", nullable: true),
                    CarryOverMaxMicros = table.Column<long>(type: "bigint", nullable: true),
                    CarryOverMaxPercentMillionths = table.Column<long>(type: "bigint", nullable: true),
                    CarryOverCompounds = table.Column<bool>(type: "boolean", nullable: true),
                    CreditMicros = table.Column<long>(type: "bigint", nullable: false),
                    IsUnlimited = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditQuotas", x => new { x.Msp, x.CustomerId, x.Number });
                    table.ForeignKey(
                        name: "FK_CreditQuotas_Customers_Msp_CustomerId",
                        columns: x => new { x.Msp, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomerContacts",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Msp = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    CustomerId = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    PhoneNumber = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true, collation: "C"),
                    Roles = table.Column<int>(type: "integer", nullable: false),
                    IsPrimary = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerContacts", x => new { x.Msp, x.CustomerId, x.Number });
                    table.ForeignKey(
                        name: "FK_CustomerContacts_Customers_Msp_CustomerId",
                        columns: x => new { x.Msp, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomerReferences",
                columns: table => new
                {
                    System = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    Msp = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    CustomerId = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerReferences", x => new { x.Msp, x.CustomerId, x.System, x.Id });
                    table.ForeignKey(
                        name: "FK_CustomerReferences_Customers_Msp_CustomerId",
                        columns: x => new { x.Msp, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomerStorageRegions",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Msp = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    CustomerId = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerStorageRegions", x => new { x.Msp, x.CustomerId, x.Name });
                    table.ForeignKey(
                        name: "FK_CustomerStorageRegions_Customers_Msp_CustomerId",
                        columns: x => new { x.Msp, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuotaSchedules",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Msp = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    CustomerId = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    Anchor = table.Column<DateOnly>(type: "date", nullable: false),
                    Unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Every = table.Column<int>(type: "integer", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    IncrementMicros = table.Column<long>(type: "bigint", nullable: false),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    CarryOverMaxMicros = table.Column<long>(type: "bigint", nullable: true),
                    CarryOverMaxPercentMillionths = table.Column<long>(type: "bigint", nullable: true),
                    CarryOverCompounds = table.Column<bool>(type: "boolean", nullable: true),
                    NextOccurrence = table.Column<int>(type: "integer", nullable: false),
                    LastQuota = table.Column<int>(type: "integer", nullable: true),
                    CreditMicros = table.Column<long>(type: "bigint", nullable: false),
                    IsUnlimited = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuotaSchedules", x => new { x.Msp, x.CustomerId, x.Number });
                    table.ForeignKey(
                        name: "FK_QuotaSchedules_Customers_Msp_CustomerId",
                        columns: x => new { x.Msp, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UsageEntries",
                columns: table => new
                {
                    Msp = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    CustomerId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreditMicros = table.Column<long>(type: "bigint", nullable: false),
                    RequestedMicros = table.Column<long>(type: "bigint", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    HeldUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Turn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageEntries", x => new { x.Msp, x.CustomerId, x.Key, x.Kind });
                    table.ForeignKey(
                        name: "FK_UsageEntries_Customers_Msp_CustomerId",
                        columns: x => new { x.Msp, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServicePlanFeatures",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    Msp = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    PlanId = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServicePlanFeatures", x => new { x.Msp, x.PlanId, x.Name });
                    table.ForeignKey(
                        name: "FK_ServicePlanFeatures_ServicePlans_Msp_PlanId",
                        columns: x => new { x.Msp, x.PlanId },
                        principalTable: "ServicePlans",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServicePlanRegions",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Msp = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C"),
                    PlanId = table.Column<string>(type: "character varying(128)", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServicePlanRegions", x => new { x.Msp, x.PlanId, x.Name });
                    table.ForeignKey(
                        name: "FK_ServicePlanRegions_ServicePlans_Msp_PlanId",
                        columns: x => new { x.Msp, x.PlanId },
                        principalTable: "ServicePlans",
                        principalColumns: new[] { "Msp", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CreditQuotas_EffectiveDate_EndDate",
                table: "CreditQuotas",
                columns: new[] { "EffectiveDate", "EndDate" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditQuotas_EndDate",
                table: "CreditQuotas",
                column: "EndDate");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerReferences_Msp_System_Id",
                table: "CustomerReferences",
                columns: new[] { "Msp", "System", "Id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_AccountKey_Id",
                table: "Customers",
                columns: new[] { "Msp", "AccountKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_LicenseExpiryDate",
                table: "Customers",
                columns: new[] { "Msp", "LicenseExpiryDate" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_OrganizationKey",
                table: "Customers",
                columns: new[] { "Msp", "OrganizationKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_RegisteredOn_Id",
                table: "Customers",
                columns: new[] { "Msp", "RegisteredOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Msp_ServicePlan",
                table: "Customers",
                columns: new[] { "Msp", "ServicePlan" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerStorageRegions_Name",
                table: "CustomerStorageRegions",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_ServicePlans_Msp_NameKey",
                table: "ServicePlans",
                columns: new[] { "Msp", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Date_Kind_CreditMicros",
                table: "UsageEntries",
                columns: new[] { "Msp", "CustomerId", "Date", "Kind", "CreditMicros" });

            migrationBuilder.CreateIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Turn",
                table: "UsageEntries",
                columns: new[] { "Msp", "CustomerId", "Turn" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CreditQuotas");

            migrationBuilder.DropTable(
                name: "CustomerContacts");

            migrationBuilder.DropTable(
                name: "CustomerReferences");

            migrationBuilder.DropTable(
                name: "CustomerStorageRegions");

            migrationBuilder.DropTable(
                name: "QuotaSchedules");

            migrationBuilder.DropTable(
                name: "ServicePlanFeatures");

            migrationBuilder.DropTable(
                name: "ServicePlanRegions");

            migrationBuilder.DropTable(
                name: "UsageEntries");

            migrationBuilder.DropTable(
                name: "ServicePlans");

            migrationBuilder.DropTable(
                name: "Customers");
        }
    }
}
