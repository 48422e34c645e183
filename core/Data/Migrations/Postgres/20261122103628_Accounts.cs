using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Nobody's: who had a session signs in anew.
            migrationBuilder.Sql("DELETE FROM \"ConsoleSessions\"");
            migrationBuilder.AddColumn<long>(
                name: "AccountId",
                table: "ConsoleSessions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<string>(name: "Address", table: "ConsoleSessions", type: "text", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Browser", table: "ConsoleSessions", type: "text", nullable: true);

            migrationBuilder.CreateTable(
                name: "ConsoleAccounts",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TotpSecret = table.Column<string>(type: "text", nullable: true),
                    TotpStep = table.Column<long>(type: "bigint", nullable: false),
                    UserName = table.Column<string>(type: "text", nullable: true),
                    NormalizedUserName = table.Column<string>(type: "text", nullable: true),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsoleAccounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsoleAccounts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Xml = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Grants",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    GrantedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GrantedById = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokedById = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Grants_ConsoleAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "ConsoleAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Grants_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_ConsoleAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "ConsoleAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SignInKeys",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Hash = table.Column<string>(type: "text", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SpentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInKeys_ConsoleAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "ConsoleAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_ConsoleSessions_AccountId", table: "ConsoleSessions", column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsoleAccounts_NormalizedUserName",
                table: "ConsoleAccounts",
                column: "NormalizedUserName",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ConsoleAccounts_PersonId", table: "ConsoleAccounts", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_Grants_AccountId", table: "Grants", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_Grants_GroupId", table: "Grants", column: "GroupId");

            migrationBuilder.CreateIndex(name: "IX_ProtectionKeys_Name", table: "ProtectionKeys", column: "Name", unique: true);

            migrationBuilder.CreateIndex(name: "IX_RecoveryCodes_AccountId", table: "RecoveryCodes", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_SignInKeys_AccountId", table: "SignInKeys", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_SignInKeys_Hash", table: "SignInKeys", column: "Hash", unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_ConsoleSessions_ConsoleAccounts_AccountId",
                table: "ConsoleSessions",
                column: "AccountId",
                principalTable: "ConsoleAccounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "FK_ConsoleSessions_ConsoleAccounts_AccountId", table: "ConsoleSessions");

            migrationBuilder.DropTable(name: "Grants");

            migrationBuilder.DropTable(name: "ProtectionKeys");

            migrationBuilder.DropTable(name: "RecoveryCodes");

            migrationBuilder.DropTable(name: "SignInKeys");

            migrationBuilder.DropTable(name: "ConsoleAccounts");

            migrationBuilder.DropIndex(name: "IX_ConsoleSessions_AccountId", table: "ConsoleSessions");

            migrationBuilder.DropColumn(name: "AccountId", table: "ConsoleSessions");

            migrationBuilder.DropColumn(name: "Address", table: "ConsoleSessions");

            migrationBuilder.DropColumn(name: "Browser", table: "ConsoleSessions");
        }
    }
}
