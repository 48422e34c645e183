using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ClassSeriesAndFeedback : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Bio", table: "Classes", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Poster", table: "Classes", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(name: "PosterChannel", table: "Classes", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Recap", table: "Classes", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Replay", table: "Classes", type: "text", nullable: true);

            migrationBuilder.AddColumn<int>(name: "Series", table: "Classes", type: "integer", nullable: true);

            migrationBuilder.CreateTable(
                name: "ClassQuestions",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ClassId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SourceMessage = table.Column<string>(type: "text", nullable: true),
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
                name: "Ratings",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ClassId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Stars = table.Column<int>(type: "integer", nullable: false),
                    RatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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

            migrationBuilder.CreateIndex(name: "IX_Classes_Series", table: "Classes", column: "Series");

            migrationBuilder.CreateIndex(name: "IX_ClassQuestions_ClassId", table: "ClassQuestions", column: "ClassId");

            migrationBuilder.CreateIndex(name: "IX_ClassQuestions_PersonId", table: "ClassQuestions", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_ClassId_PersonId",
                table: "Ratings",
                columns: new[] { "ClassId", "PersonId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Ratings_PersonId", table: "Ratings", column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ClassQuestions");

            migrationBuilder.DropTable(name: "Ratings");

            migrationBuilder.DropIndex(name: "IX_Classes_Series", table: "Classes");

            migrationBuilder.DropColumn(name: "Bio", table: "Classes");

            migrationBuilder.DropColumn(name: "Poster", table: "Classes");

            migrationBuilder.DropColumn(name: "PosterChannel", table: "Classes");

            migrationBuilder.DropColumn(name: "Recap", table: "Classes");

            migrationBuilder.DropColumn(name: "Replay", table: "Classes");

            migrationBuilder.DropColumn(name: "Series", table: "Classes");
        }
    }
}
