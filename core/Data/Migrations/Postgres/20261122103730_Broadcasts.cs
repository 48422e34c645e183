using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Broadcasts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "BroadcastsOffAt",
                table: "People",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "BroadcastId", table: "Outbox", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BroadcastsOffAt",
                table: "Groups",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "Broadcasts",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    Photo = table.Column<string>(type: "text", nullable: true),
                    PhotoChannel = table.Column<string>(type: "text", nullable: true),
                    Reach = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Audience = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Aim = table.Column<string>(type: "text", nullable: false),
                    UrgentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MadeById = table.Column<long>(type: "bigint", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PlannedFor = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RuleId = table.Column<long>(type: "bigint", nullable: true),
                    OfId = table.Column<long>(type: "bigint", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmedById = table.Column<long>(type: "bigint", nullable: true),
                    SendAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PausedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PausedById = table.Column<long>(type: "bigint", nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StoppedById = table.Column<long>(type: "bigint", nullable: true),
                    EditedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TakenBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DiscardedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Showing = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Broadcasts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Broadcasts_Broadcasts_OfId",
                        column: x => x.OfId,
                        principalTable: "Broadcasts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Broadcasts_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Broadcasts_Rules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "Rules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "GroupTags",
                columns: table => new
                {
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    NameKey = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTags", x => new { x.GroupId, x.NameKey });
                    table.ForeignKey(
                        name: "FK_GroupTags_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Recipients",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BroadcastId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    RowId = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recipients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recipients_Broadcasts_BroadcastId",
                        column: x => x.BroadcastId,
                        principalTable: "Broadcasts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Recipients_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Recipients_Outbox_RowId",
                        column: x => x.RowId,
                        principalTable: "Outbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Recipients_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Outbox_BroadcastId_State", table: "Outbox", columns: new[] { "BroadcastId", "State" });

            migrationBuilder.CreateIndex(name: "IX_Outbox_TargetId", table: "Outbox", column: "TargetId");

            migrationBuilder.CreateIndex(name: "IX_Broadcasts_MadeById", table: "Broadcasts", column: "MadeById");

            migrationBuilder.CreateIndex(name: "IX_Broadcasts_Number", table: "Broadcasts", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Broadcasts_OfId", table: "Broadcasts", column: "OfId");

            migrationBuilder.CreateIndex(name: "IX_Broadcasts_RuleId", table: "Broadcasts", column: "RuleId");

            migrationBuilder.CreateIndex(name: "IX_GroupTags_NameKey", table: "GroupTags", column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Recipients_BroadcastId_GroupId",
                table: "Recipients",
                columns: new[] { "BroadcastId", "GroupId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recipients_BroadcastId_PersonId",
                table: "Recipients",
                columns: new[] { "BroadcastId", "PersonId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Recipients_GroupId", table: "Recipients", column: "GroupId");

            migrationBuilder.CreateIndex(name: "IX_Recipients_PersonId", table: "Recipients", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_Recipients_RowId", table: "Recipients", column: "RowId", unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Outbox_Broadcasts_BroadcastId",
                table: "Outbox",
                column: "BroadcastId",
                principalTable: "Broadcasts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "FK_Outbox_Broadcasts_BroadcastId", table: "Outbox");

            migrationBuilder.DropTable(name: "GroupTags");

            migrationBuilder.DropTable(name: "Recipients");

            migrationBuilder.DropTable(name: "Broadcasts");

            migrationBuilder.DropIndex(name: "IX_Outbox_BroadcastId_State", table: "Outbox");

            migrationBuilder.DropIndex(name: "IX_Outbox_TargetId", table: "Outbox");

            migrationBuilder.DropColumn(name: "BroadcastsOffAt", table: "People");

            migrationBuilder.DropColumn(name: "BroadcastId", table: "Outbox");

            migrationBuilder.DropColumn(name: "BroadcastsOffAt", table: "Groups");
        }
    }
}
