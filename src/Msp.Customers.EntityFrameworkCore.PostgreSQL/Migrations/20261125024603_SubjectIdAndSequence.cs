using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Migrations
{
    /// <inheritdoc />
    internal partial class SubjectIdAndSequence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Renamed by hand, in this order, since the tool would drop the columns: the name of the second is free once the first has another.
            migrationBuilder.RenameColumn(
                name: "Id",
                table: "ChangeLog",
                newName: "SubjectId");

            migrationBuilder.RenameColumn(
                name: "EntryId",
                table: "ChangeLog",
                newName: "Id");

            migrationBuilder.RenameIndex(
                name: "IX_ChangeLog_Msp_Subject_Id_At_Version",
                table: "ChangeLog",
                newName: "IX_ChangeLog_Msp_Subject_SubjectId_At_Version");

            migrationBuilder.AlterColumn<string>(
                name: "SubjectId",
                table: "ChangeLog",
                type: "character varying(128)",
                maxLength: 128,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(128)",
                oldMaxLength: 128,
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_Turn",
                table: "UsageEntries");

            migrationBuilder.RenameColumn(
                name: "Turn",
                table: "UsageEntries",
                newName: "Sequence");

            migrationBuilder.RenameIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Turn",
                table: "UsageEntries",
                newName: "IX_UsageEntries_Msp_CustomerId_Sequence");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Sequence",
                table: "UsageEntries",
                sql: "\"Sequence\" >= 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "SubjectId",
                table: "ChangeLog",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(128)",
                oldMaxLength: 128,
                oldNullable: false,
                oldCollation: "C");

            migrationBuilder.RenameColumn(
                name: "Id",
                table: "ChangeLog",
                newName: "EntryId");

            migrationBuilder.RenameColumn(
                name: "SubjectId",
                table: "ChangeLog",
                newName: "Id");

            migrationBuilder.RenameIndex(
                name: "IX_ChangeLog_Msp_Subject_SubjectId_At_Version",
                table: "ChangeLog",
                newName: "IX_ChangeLog_Msp_Subject_Id_At_Version");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UsageEntries_Sequence",
                table: "UsageEntries");

            migrationBuilder.RenameColumn(
                name: "Sequence",
                table: "UsageEntries",
                newName: "Turn");

            migrationBuilder.RenameIndex(
                name: "IX_UsageEntries_Msp_CustomerId_Sequence",
                table: "UsageEntries",
                newName: "IX_UsageEntries_Msp_CustomerId_Turn");

            migrationBuilder.AddCheckConstraint(
                name: "CK_UsageEntries_Turn",
                table: "UsageEntries",
                sql: "\"Turn\" >= 1");
        }
    }
}
