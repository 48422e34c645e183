using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MutualAid.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Organisers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Those signed in by the setup link alone: an account is needed from now on.
            migrationBuilder.Sql("DELETE FROM \"ConsoleSessions\"");

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
                name: "Corrections",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    NeedId = table.Column<long>(type: "bigint", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: false),
                    Figure = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Was = table.Column<long>(type: "bigint", nullable: false),
                    Became = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Corrections_Needs_NeedId",
                        column: x => x.NeedId,
                        principalTable: "Needs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Corrections_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
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
                name: "Teams",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    NameKey = table.Column<string>(type: "text", nullable: false),
                    LeadId = table.Column<long>(type: "bigint", nullable: false),
                    MadeById = table.Column<long>(type: "bigint", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Teams_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Teams_People_LeadId",
                        column: x => x.LeadId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Teams_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Volunteers",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Area = table.Column<string>(type: "text", nullable: true),
                    FreeText = table.Column<string>(type: "text", nullable: true),
                    FreeSlots = table.Column<int>(type: "integer", nullable: false),
                    Contact = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Volunteers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Volunteers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
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

            migrationBuilder.CreateTable(
                name: "Shifts",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Skill = table.Column<string>(type: "text", nullable: true),
                    People = table.Column<int>(type: "integer", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: true),
                    LeadId = table.Column<long>(type: "bigint", nullable: false),
                    MadeById = table.Column<long>(type: "bigint", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RuleId = table.Column<long>(type: "bigint", nullable: true),
                    SourceMessage = table.Column<string>(type: "text", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelledById = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shifts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Shifts_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Shifts_People_LeadId",
                        column: x => x.LeadId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Shifts_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Shifts_Rules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "Rules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Shifts_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TeamId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AddedById = table.Column<long>(type: "bigint", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TeamMembers_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "VolunteerSkills",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    VolunteerId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VolunteerSkills", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VolunteerSkills_Volunteers_VolunteerId",
                        column: x => x.VolunteerId,
                        principalTable: "Volunteers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ShiftId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    AssignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AssignedById = table.Column<long>(type: "bigint", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeftById = table.Column<long>(type: "bigint", nullable: true),
                    CheckedInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CheckedInById = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assignments_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Assignments_Shifts_ShiftId",
                        column: x => x.ShiftId,
                        principalTable: "Shifts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StandIns",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ShiftId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AskedById = table.Column<long>(type: "bigint", nullable: false),
                    DeclinedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandIns_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_StandIns_Shifts_ShiftId",
                        column: x => x.ShiftId,
                        principalTable: "Shifts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Hours",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AssignmentId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NotedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NotedById = table.Column<long>(type: "bigint", nullable: true),
                    ReplacesId = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hours", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Hours_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Hours_Hours_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Hours",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Outbox_BroadcastId_State", table: "Outbox", columns: new[] { "BroadcastId", "State" });

            migrationBuilder.CreateIndex(name: "IX_Outbox_TargetId", table: "Outbox", column: "TargetId");

            migrationBuilder.CreateIndex(name: "IX_ConsoleSessions_AccountId", table: "ConsoleSessions", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_Assignments_PersonId", table: "Assignments", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_ShiftId_Position",
                table: "Assignments",
                columns: new[] { "ShiftId", "Position" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Broadcasts_MadeById", table: "Broadcasts", column: "MadeById");

            migrationBuilder.CreateIndex(name: "IX_Broadcasts_Number", table: "Broadcasts", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Broadcasts_OfId", table: "Broadcasts", column: "OfId");

            migrationBuilder.CreateIndex(name: "IX_Broadcasts_RuleId", table: "Broadcasts", column: "RuleId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsoleAccounts_NormalizedUserName",
                table: "ConsoleAccounts",
                column: "NormalizedUserName",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ConsoleAccounts_PersonId", table: "ConsoleAccounts", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_Corrections_ById", table: "Corrections", column: "ById");

            migrationBuilder.CreateIndex(name: "IX_Corrections_NeedId", table: "Corrections", column: "NeedId");

            migrationBuilder.CreateIndex(name: "IX_Grants_AccountId", table: "Grants", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_Grants_GroupId", table: "Grants", column: "GroupId");

            migrationBuilder.CreateIndex(name: "IX_GroupTags_NameKey", table: "GroupTags", column: "NameKey");

            migrationBuilder.CreateIndex(name: "IX_Hours_AssignmentId", table: "Hours", column: "AssignmentId");

            migrationBuilder.CreateIndex(name: "IX_Hours_NotedAt", table: "Hours", column: "NotedAt");

            migrationBuilder.CreateIndex(name: "IX_Hours_ReplacesId", table: "Hours", column: "ReplacesId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_ProtectionKeys_Name", table: "ProtectionKeys", column: "Name", unique: true);

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

            migrationBuilder.CreateIndex(name: "IX_RecoveryCodes_AccountId", table: "RecoveryCodes", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_Shifts_GroupId_EndsAt", table: "Shifts", columns: new[] { "GroupId", "EndsAt" });

            migrationBuilder.CreateIndex(name: "IX_Shifts_LeadId", table: "Shifts", column: "LeadId");

            migrationBuilder.CreateIndex(name: "IX_Shifts_MadeById", table: "Shifts", column: "MadeById");

            migrationBuilder.CreateIndex(name: "IX_Shifts_Number", table: "Shifts", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Shifts_RuleId", table: "Shifts", column: "RuleId");

            migrationBuilder.CreateIndex(name: "IX_Shifts_StartsAt", table: "Shifts", column: "StartsAt");

            migrationBuilder.CreateIndex(name: "IX_Shifts_TeamId", table: "Shifts", column: "TeamId");

            migrationBuilder.CreateIndex(name: "IX_SignInKeys_AccountId", table: "SignInKeys", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_SignInKeys_Hash", table: "SignInKeys", column: "Hash", unique: true);

            migrationBuilder.CreateIndex(name: "IX_StandIns_PersonId", table: "StandIns", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StandIns_ShiftId_PersonId",
                table: "StandIns",
                columns: new[] { "ShiftId", "PersonId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_TeamMembers_PersonId", table: "TeamMembers", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_TeamMembers_TeamId", table: "TeamMembers", column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_GroupId_NameKey",
                table: "Teams",
                columns: new[] { "GroupId", "NameKey" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Teams_LeadId", table: "Teams", column: "LeadId");

            migrationBuilder.CreateIndex(name: "IX_Teams_MadeById", table: "Teams", column: "MadeById");

            migrationBuilder.CreateIndex(name: "IX_Volunteers_PersonId", table: "Volunteers", column: "PersonId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_VolunteerSkills_VolunteerId", table: "VolunteerSkills", column: "VolunteerId");

            migrationBuilder.AddForeignKey(
                name: "FK_ConsoleSessions_ConsoleAccounts_AccountId",
                table: "ConsoleSessions",
                column: "AccountId",
                principalTable: "ConsoleAccounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict
            );

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
            migrationBuilder.DropForeignKey(name: "FK_ConsoleSessions_ConsoleAccounts_AccountId", table: "ConsoleSessions");

            migrationBuilder.DropForeignKey(name: "FK_Outbox_Broadcasts_BroadcastId", table: "Outbox");

            migrationBuilder.DropTable(name: "Corrections");

            migrationBuilder.DropTable(name: "Grants");

            migrationBuilder.DropTable(name: "GroupTags");

            migrationBuilder.DropTable(name: "Hours");

            migrationBuilder.DropTable(name: "ProtectionKeys");

            migrationBuilder.DropTable(name: "Recipients");

            migrationBuilder.DropTable(name: "RecoveryCodes");

            migrationBuilder.DropTable(name: "SignInKeys");

            migrationBuilder.DropTable(name: "StandIns");

            migrationBuilder.DropTable(name: "TeamMembers");

            migrationBuilder.DropTable(name: "VolunteerSkills");

            migrationBuilder.DropTable(name: "Assignments");

            migrationBuilder.DropTable(name: "Broadcasts");

            migrationBuilder.DropTable(name: "ConsoleAccounts");

            migrationBuilder.DropTable(name: "Volunteers");

            migrationBuilder.DropTable(name: "Shifts");

            migrationBuilder.DropTable(name: "Teams");

            migrationBuilder.DropIndex(name: "IX_Outbox_BroadcastId_State", table: "Outbox");

            migrationBuilder.DropIndex(name: "IX_Outbox_TargetId", table: "Outbox");

            migrationBuilder.DropIndex(name: "IX_ConsoleSessions_AccountId", table: "ConsoleSessions");

            migrationBuilder.DropColumn(name: "BroadcastsOffAt", table: "People");

            migrationBuilder.DropColumn(name: "BroadcastId", table: "Outbox");

            migrationBuilder.DropColumn(name: "BroadcastsOffAt", table: "Groups");

            migrationBuilder.DropColumn(name: "AccountId", table: "ConsoleSessions");

            migrationBuilder.DropColumn(name: "Address", table: "ConsoleSessions");

            migrationBuilder.DropColumn(name: "Browser", table: "ConsoleSessions");
        }
    }
}
