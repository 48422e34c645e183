using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>What was before a conversation about a class.</summary>
internal static class Lessons
{
    public const string Announced = "新课《睡个好觉》 明晚8点 主讲 沈安澜 腾讯会议 123-456-789 限2人";

    /// <summary>So many classes were there already; all were called off.</summary>
    public static Task EarlierAsync(Stage stage, int count) =>
        stage.Writer.DoAsync(
            "setup",
            async db =>
            {
                var (channel, chat) = stage.Place;
                var group = await db.Groups.FirstAsync(it => it.Channel == channel && it.ExternalId == chat);
                var who = new Actor(await db.People.FirstAsync(person => person.Name == Cast.Wen), group, Organiser: true);
                for (var number = 1; number <= count; number++)
                {
                    var desk = new ClassDesk(db, stage.Clock);
                    await desk.MakeAsync(who, new ClassDraft($"第{number}讲", stage.Clock.GetUtcNow().UtcDateTime.AddDays(1)));
                    await db.SaveChangesAsync();
                    await desk.CancelAsync(number, who);
                    await db.SaveChangesAsync();
                }
            }
        );

    /// <summary>The class as it stands now.</summary>
    public static Task<Class> ClassAsync(this Stage stage, int number) =>
        stage.Look(db => db.Classes.WithAll().SingleAsync(it => it.Number == number));

    /// <summary>What the bot cannot write to in private.</summary>
    public static Task ClosePrivateAsync(this Stage stage, string who) =>
        stage.Writer.DoAsync(
            "setup",
            async db =>
            {
                foreach (var account in await db.Accounts.Where(it => it.Person.Name == who).ToListAsync())
                    account.ReachableSince = null;
            }
        );

    public static IEnumerable<string> Names(this IEnumerable<SignUp> signUps) => signUps.Select(signUp => signUp.Name());
}
