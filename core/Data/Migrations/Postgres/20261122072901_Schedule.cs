using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Schedule : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(name: "MissedButtonAt", table: "Groups", type: "timestamp with time zone", nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "RemindersOffAt", table: "Groups", type: "timestamp with time zone", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "IsPrivate", table: "Cards", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Missed",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    SaidById = table.Column<long>(type: "bigint", nullable: false),
                    SaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MessageId = table.Column<string>(type: "text", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledById = table.Column<long>(type: "bigint", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Missed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Missed_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Missed_People_SaidById",
                        column: x => x.SaidById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Missed_People_SettledById",
                        column: x => x.SettledById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Rules",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    SubjectId = table.Column<long>(type: "bigint", nullable: true),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    Every = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    WeekDays = table.Column<int>(type: "integer", nullable: false),
                    MonthDay = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    TimeZone = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rules_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Due",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    SubjectId = table.Column<long>(type: "bigint", nullable: true),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    RuleId = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Fault = table.Column<string>(type: "text", nullable: true),
                    PlannedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Due", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Due_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Due_Rules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "Rules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Due_GroupId", table: "Due", column: "GroupId");

            migrationBuilder.CreateIndex(name: "IX_Due_Key", table: "Due", column: "Key", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Due_RuleId", table: "Due", column: "RuleId");

            migrationBuilder.CreateIndex(name: "IX_Due_SubjectId_State", table: "Due", columns: new[] { "SubjectId", "State" });

            migrationBuilder.CreateIndex(name: "IX_Due_TryAt", table: "Due", column: "TryAt", filter: " \"State\" = 'Waiting' ");

            migrationBuilder.CreateIndex(name: "IX_Missed_GroupId_SettledAt", table: "Missed", columns: new[] { "GroupId", "SettledAt" });

            migrationBuilder.CreateIndex(name: "IX_Missed_SaidById", table: "Missed", column: "SaidById");

            migrationBuilder.CreateIndex(name: "IX_Missed_SettledById", table: "Missed", column: "SettledById");

            migrationBuilder.CreateIndex(name: "IX_Rules_GroupId", table: "Rules", column: "GroupId");

            migrationBuilder.CreateIndex(name: "IX_Rules_Kind_GroupId", table: "Rules", columns: new[] { "Kind", "GroupId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Due");

            migrationBuilder.DropTable(name: "Missed");

            migrationBuilder.DropTable(name: "Rules");

            migrationBuilder.DropColumn(name: "MissedButtonAt", table: "Groups");

            migrationBuilder.DropColumn(name: "RemindersOffAt", table: "Groups");

            migrationBuilder.DropColumn(name: "IsPrivate", table: "Cards");
        }
    }
}
