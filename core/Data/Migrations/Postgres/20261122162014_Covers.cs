using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Covers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Picture", table: "Outbox", type: "text", nullable: true);

            migrationBuilder.CreateTable(
                name: "Pictures",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pictures", x => x.Name);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Posts_Cover", table: "Posts", column: "Cover");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Pictures");

            migrationBuilder.DropIndex(name: "IX_Posts_Cover", table: "Posts");

            migrationBuilder.DropColumn(name: "Picture", table: "Outbox");
        }
    }
}
