using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Resources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Note", table: "Volunteers", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Contact", table: "Offers", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GivenBy",
                table: "Offers",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Offers",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Goods"
            );

            migrationBuilder.AddColumn<string>(name: "Place", table: "Offers", type: "text", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Note", table: "Volunteers");

            migrationBuilder.DropColumn(name: "Contact", table: "Offers");

            migrationBuilder.DropColumn(name: "GivenBy", table: "Offers");

            migrationBuilder.DropColumn(name: "Kind", table: "Offers");

            migrationBuilder.DropColumn(name: "Place", table: "Offers");
        }
    }
}
