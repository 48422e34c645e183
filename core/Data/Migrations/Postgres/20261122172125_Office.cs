using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Office : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Picture", table: "Outbox", type: "text", nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "TakenBackAt", table: "Donations", type: "timestamp with time zone", nullable: true);

            migrationBuilder.AddColumn<long>(name: "TakenBackById", table: "Donations", type: "bigint", nullable: true);

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    MadeById = table.Column<long>(type: "bigint", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: true),
                    Sheet = table.Column<int>(type: "integer", nullable: false),
                    Columns = table.Column<string>(type: "text", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmedById = table.Column<long>(type: "bigint", nullable: true),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Same = table.Column<int>(type: "integer", nullable: false),
                    Bad = table.Column<int>(type: "integer", nullable: false),
                    Steps = table.Column<string>(type: "text", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Kept = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Imports_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Imports_People_ConfirmedById",
                        column: x => x.ConfirmedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Imports_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

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

            migrationBuilder.CreateIndex(name: "IX_NeedLines_ItemKey_NeedId", table: "NeedLines", columns: new[] { "ItemKey", "NeedId" });

            migrationBuilder.CreateIndex(name: "IX_Imports_ConfirmedById", table: "Imports", column: "ConfirmedById");

            migrationBuilder.CreateIndex(name: "IX_Imports_GroupId", table: "Imports", column: "GroupId");

            migrationBuilder.CreateIndex(name: "IX_Imports_MadeById_Id", table: "Imports", columns: new[] { "MadeById", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Imports");

            migrationBuilder.DropTable(name: "Pictures");

            migrationBuilder.DropIndex(name: "IX_Posts_Cover", table: "Posts");

            migrationBuilder.DropIndex(name: "IX_NeedLines_ItemKey_NeedId", table: "NeedLines");

            migrationBuilder.DropColumn(name: "Picture", table: "Outbox");

            migrationBuilder.DropColumn(name: "TakenBackAt", table: "Donations");

            migrationBuilder.DropColumn(name: "TakenBackById", table: "Donations");
        }
    }
}
