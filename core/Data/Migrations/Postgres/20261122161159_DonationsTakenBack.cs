using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DonationsTakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(name: "TakenBackAt", table: "Donations", type: "timestamp with time zone", nullable: true);

            migrationBuilder.AddColumn<long>(name: "TakenBackById", table: "Donations", type: "bigint", nullable: true);

            migrationBuilder.CreateIndex(name: "IX_NeedLines_ItemKey_NeedId", table: "NeedLines", columns: new[] { "ItemKey", "NeedId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_NeedLines_ItemKey_NeedId", table: "NeedLines");

            migrationBuilder.DropColumn(name: "TakenBackAt", table: "Donations");

            migrationBuilder.DropColumn(name: "TakenBackById", table: "Donations");
        }
    }
}
