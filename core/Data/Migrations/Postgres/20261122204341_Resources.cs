using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

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

            migrationBuilder.AddColumn<string>(name: "Prior", table: "Audit", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Seal", table: "Audit", type: "text", nullable: true);

            migrationBuilder.CreateTable(
                name: "FormDrafts",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormDrafts_ConsoleAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "ConsoleAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Audit_Prior", table: "Audit", column: "Prior", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormDrafts_AccountId_Form",
                table: "FormDrafts",
                columns: new[] { "AccountId", "Form" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "FormDrafts");

            migrationBuilder.DropIndex(name: "IX_Audit_Prior", table: "Audit");

            migrationBuilder.DropColumn(name: "Note", table: "Volunteers");

            migrationBuilder.DropColumn(name: "Contact", table: "Offers");

            migrationBuilder.DropColumn(name: "GivenBy", table: "Offers");

            migrationBuilder.DropColumn(name: "Kind", table: "Offers");

            migrationBuilder.DropColumn(name: "Place", table: "Offers");

            migrationBuilder.DropColumn(name: "Prior", table: "Audit");

            migrationBuilder.DropColumn(name: "Seal", table: "Audit");
        }
    }
}
