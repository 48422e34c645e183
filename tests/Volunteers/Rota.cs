using Microsoft.EntityFrameworkCore;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Volunteers;

/// <summary>What was before a conversation about a shift.</summary>
internal static class Rota
{
    public const string Announced = "值班表 明早7–9点 南门岗 12人 会测温";

    /// <summary>The twelve of the south gate, in the order in which they sign up.</summary>
    public static readonly string[] Twelve =
    [
        Cast.Shao,
        Cast.Qin,
        Cast.Lu,
        Cast.Feng,
        Cast.Miao,
        Cast.Bai,
        Cast.Guo,
        Cast.Shang,
        Cast.Jiang,
        Cast.Qiao,
        Cast.WangJian,
        Cast.WangLan,
    ];

    /// <summary>So many shifts stand there already, over by nine tomorrow; on the first of them so many neighbours served.</summary>
    public static Task EarlierAsync(Stage stage, int shifts, int served) =>
        stage.Writer.DoAsync(
            "setup",
            async db =>
            {
                var (channel, chat) = stage.Place;
                var group = await db.Groups.FirstAsync(it => it.Channel == channel && it.ExternalId == chat);
                var lead = await db.People.FirstAsync(person => person.Name == Cast.Wen);
                var start = Stage.At("2026-11-23 07:00").UtcDateTime;
                for (var number = 1; number <= shifts; number++)
                {
                    var it = new Shift
                    {
                        Number = number,
                        Group = group,
                        Place = $"{number}号楼",
                        People = Math.Max(1, number == 1 ? served : 1),
                        StartsAt = start,
                        EndsAt = start.AddHours(2),
                        Lead = lead,
                        MadeBy = lead,
                        MadeAt = stage.Clock.GetUtcNow().UtcDateTime,
                        CancelledAt = number == 1 ? null : stage.Clock.GetUtcNow().UtcDateTime,
                    };
                    db.Shifts.Add(it);
                    for (var each = 1; number == 1 && each <= served; each++)
                        it.Assignments.Add(Served(each, start));
                }
            }
        );

    public static async Task FullAsync(Stage stage, int number)
    {
        foreach (var who in Twelve)
            await stage.Says(who, $"值班 {number}");
        Assert.Equal(Twelve, (await stage.ShiftAsync(number)).Names());
    }

    /// <summary>The shift as it stands now.</summary>
    public static Task<Shift> ShiftAsync(this Stage stage, int number) =>
        stage.Look(db => db.Shifts.WithAll().SingleAsync(it => it.Number == number));

    public static IEnumerable<string> Names(this Shift it) => it.On().Select(place => place.Person.Name);

    public static IEnumerable<string> There(this Shift it) =>
        it.On().Where(place => place.CheckedInAt is not null).Select(place => place.Person.Name);

    /// <summary>The private posts of one thing heard, by whom they are for.</summary>
    public static IReadOnlyList<Shown> Private(this Heard heard) => [.. heard.Posts.Where(post => post.Chat != Stage.Group)];

    /// <summary>What comes next happens at this moment: a stage lets four seconds pass before each sentence.</summary>
    public static async Task AtAsync(this Stage stage, string local)
    {
        var at = Stage.At(local).AddSeconds(-4);
        await stage.Until(at.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        stage.Clock.MoveTo(at.UtcDateTime);
    }

    private static Assignment Served(int position, DateTime start) =>
        new()
        {
            Position = position,
            Person = new Person { Name = $"邻居{position}号" },
            AssignedAt = start,
            AssignedById = 1,
            CheckedInAt = start,
            CheckedInById = 1,
            Hours =
            {
                new HoursEntry
                {
                    From = start,
                    To = start.AddHours(2),
                    NotedAt = start.AddHours(2),
                    NotedById = 1,
                },
            },
        };
}
