using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.Sqlite.Migrations
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
                    Id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Msp = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    AccountName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    OrganizationName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 768, nullable: false),
                    OrganizationKey = table.Column<string>(type: "TEXT", maxLength: 768, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 1537, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ServicePlan = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    TenantType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LicenseExpiryDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EvaluationEndDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SuspendedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SuspensionReason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RetentionDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UsageClosedThrough = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastQuotaNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    LastScheduleNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    LastContactNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Customers", x => new { x.Msp, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ServicePlans",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Msp = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 768, nullable: false),
                    Edition = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServicePlans", x => new { x.Msp, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "CreditQuotas",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Msp = table.Column<string>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", nullable: false),
                    EffectiveDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    VoidedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CarryOverFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    CarryOverMaxMicros = table.Column<long>(type: "INTEGER", nullable: true),
                    CarryOverMaxPercentMillionths = table.Column<long>(type: "INTEGER", nullable: true),
                    CarryOverCompounds = table.Column<bool>(type: "INTEGER", nullable: true),
                    CreditMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    IsUnlimited = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Msp = table.Column<string>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Roles = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPrimary = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    System = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Msp = table.Column<string>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", nullable: false)
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
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Msp = table.Column<string>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", nullable: false)
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
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Msp = table.Column<string>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", nullable: false),
                    Anchor = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Every = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IncrementMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    CarryOverMaxMicros = table.Column<long>(type: "INTEGER", nullable: true),
                    CarryOverMaxPercentMillionths = table.Column<long>(type: "INTEGER", nullable: true),
                    CarryOverCompounds = table.Column<bool>(type: "INTEGER", nullable: true),
                    NextOccurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    LastQuota = table.Column<int>(type: "INTEGER", nullable: true),
                    CreditMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    IsUnlimited = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Msp = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreditMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedMicros = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HeldUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Turn = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Msp = table.Column<string>(type: "TEXT", nullable: false),
                    PlanId = table.Column<string>(type: "TEXT", nullable: false)
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
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Msp = table.Column<string>(type: "TEXT", nullable: false),
                    PlanId = table.Column<string>(type: "TEXT", nullable: false)
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
