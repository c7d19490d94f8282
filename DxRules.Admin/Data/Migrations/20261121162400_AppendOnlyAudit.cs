using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DxRules.Admin.Data.Migrations
{
    /// <summary>What PeopleAndChanges needs to have done to its tables once they are rebuilt.</summary>
    [DbContext(typeof(AdminDb))]
    [Migration("20261121162400_AppendOnlyAudit")]
    public partial class AppendOnlyAudit : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was found before this version is as secret as what its runs observed.
            migrationBuilder.Sql("""
                UPDATE "Alerts" SET "Secret" = 1 WHERE EXISTS (
                    SELECT 1 FROM "Observations" AS o JOIN "Runs" AS r ON r."Id" = o."RunId" JOIN "Cycles" AS c ON c."Id" = r."CycleId"
                    WHERE o."Key" = "Alerts"."Key" AND c."PlanId" = "Alerts"."PlanId" AND o."Secret" = 1);
                """);

            // The log is only ever added to.
            migrationBuilder.Sql("""
                CREATE TRIGGER "Audit_NoUpdate" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "Audit_NoDelete" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER \"Audit_NoUpdate\";");
            migrationBuilder.Sql("DROP TRIGGER \"Audit_NoDelete\";");
        }
    }
}
