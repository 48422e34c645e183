using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Seals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Prior", table: "Audit", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Seal", table: "Audit", type: "text", nullable: true);

            migrationBuilder.CreateIndex(name: "IX_Audit_Prior", table: "Audit", column: "Prior", unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Audit_Prior", table: "Audit");

            migrationBuilder.DropColumn(name: "Prior", table: "Audit");

            migrationBuilder.DropColumn(name: "Seal", table: "Audit");
        }
    }
}
