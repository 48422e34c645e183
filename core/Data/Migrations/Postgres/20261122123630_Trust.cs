using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Trust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(name: "ErasedAt", table: "People", type: "timestamp with time zone", nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "PublicBoardAt", table: "Groups", type: "timestamp with time zone", nullable: true);

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    Act = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: true),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    Changes = table.Column<string>(type: "text", nullable: false),
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
