using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Trust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(name: "ErasedAt", table: "People", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "PublicBoardAt", table: "Groups", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Audit_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Audit_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Needs_Urgent_Number",
                table: "Needs",
                columns: new[] { "Urgent", "Number" },
                descending: new[] { true, false },
                filter: " \"ClosedAt\" IS NULL AND \"CancelledAt\" IS NULL AND \"ExpiredAt\" IS NULL "
            );

            migrationBuilder.CreateIndex(name: "IX_Audit_At", table: "Audit", column: "At");

            migrationBuilder.CreateIndex(name: "IX_Audit_ById_Id", table: "Audit", columns: new[] { "ById", "Id" });

            migrationBuilder.CreateIndex(name: "IX_Audit_GroupId_Id", table: "Audit", columns: new[] { "GroupId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Audit");

            migrationBuilder.DropIndex(name: "IX_Needs_Urgent_Number", table: "Needs");

            migrationBuilder.DropColumn(name: "ErasedAt", table: "People");

            migrationBuilder.DropColumn(name: "PublicBoardAt", table: "Groups");
        }
    }
}
