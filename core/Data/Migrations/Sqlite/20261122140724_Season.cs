using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Season : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(name: "ErasedAt", table: "People", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<DateTime>(name: "PublicBoardAt", table: "Groups", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Bio", table: "Classes", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Poster", table: "Classes", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "PosterChannel", table: "Classes", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Recap", table: "Classes", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Replay", table: "Classes", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<int>(name: "Series", table: "Classes", type: "INTEGER", nullable: true);

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

            migrationBuilder.CreateTable(
                name: "ClassQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    ClassId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SourceMessage = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClassQuestions_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ClassQuestions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LinkCodes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SpentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinkCodes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LinkGuesses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkGuesses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinkGuesses_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Ratings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    ClassId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stars = table.Column<int>(type: "INTEGER", nullable: false),
                    RatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ratings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ratings_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Ratings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "References",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    ChatId = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_References", x => new { x.Channel, x.ChatId });
                }
            );

            migrationBuilder.CreateTable(
                name: "Relays",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: true),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Relays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Relays_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Relays_People_ById",
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

            migrationBuilder.CreateIndex(name: "IX_Classes_Series", table: "Classes", column: "Series");

            migrationBuilder.CreateIndex(name: "IX_Audit_At", table: "Audit", column: "At");

            migrationBuilder.CreateIndex(name: "IX_Audit_ById_Id", table: "Audit", columns: new[] { "ById", "Id" });

            migrationBuilder.CreateIndex(name: "IX_Audit_GroupId_Id", table: "Audit", columns: new[] { "GroupId", "Id" });

            migrationBuilder.CreateIndex(name: "IX_ClassQuestions_ClassId", table: "ClassQuestions", column: "ClassId");

            migrationBuilder.CreateIndex(name: "IX_ClassQuestions_PersonId", table: "ClassQuestions", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_LinkCodes_Hash", table: "LinkCodes", column: "Hash");

            migrationBuilder.CreateIndex(name: "IX_LinkCodes_PersonId", table: "LinkCodes", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_LinkGuesses_At", table: "LinkGuesses", column: "At");

            migrationBuilder.CreateIndex(name: "IX_LinkGuesses_PersonId", table: "LinkGuesses", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_ClassId_PersonId",
                table: "Ratings",
                columns: new[] { "ClassId", "PersonId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Ratings_PersonId", table: "Ratings", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_Relays_ById", table: "Relays", column: "ById");

            migrationBuilder.CreateIndex(name: "IX_Relays_CommunityId", table: "Relays", column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_Relays_Subject_NameKey",
                table: "Relays",
                columns: new[] { "Subject", "NameKey" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Audit");

            migrationBuilder.DropTable(name: "ClassQuestions");

            migrationBuilder.DropTable(name: "LinkCodes");

            migrationBuilder.DropTable(name: "LinkGuesses");

            migrationBuilder.DropTable(name: "Ratings");

            migrationBuilder.DropTable(name: "References");

            migrationBuilder.DropTable(name: "Relays");

            migrationBuilder.DropIndex(name: "IX_Needs_Urgent_Number", table: "Needs");

            migrationBuilder.DropIndex(name: "IX_Classes_Series", table: "Classes");

            migrationBuilder.DropColumn(name: "ErasedAt", table: "People");

            migrationBuilder.DropColumn(name: "PublicBoardAt", table: "Groups");

            migrationBuilder.DropColumn(name: "Bio", table: "Classes");

            migrationBuilder.DropColumn(name: "Poster", table: "Classes");

            migrationBuilder.DropColumn(name: "PosterChannel", table: "Classes");

            migrationBuilder.DropColumn(name: "Recap", table: "Classes");

            migrationBuilder.DropColumn(name: "Replay", table: "Classes");

            migrationBuilder.DropColumn(name: "Series", table: "Classes");
        }
    }
}
