using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.People;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>However many sign up, the card goes on changing and keeps to one message.</summary>
public sealed class CardSizes
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(49, 4)]
    [InlineData(49, 60)]
    [InlineData(200, 4)]
    [InlineData(200, 60)]
    [InlineData(1000, 4)]
    [InlineData(1000, 60)]
    public async Task The_card_keeps_up(int names, int length)
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点 免收")).Post;
        await FillAsync(bot, names, length);
        var joined = (await bot.Replies(Cast.Miao, card, "+1")).Card(1);
        Check(joined, names + 1);
        var asked = (await bot.Replies(Cast.Lu, card, new string('问', 400) + "？")).Card(1);
        Check(asked, names + 1);
        Assert.Contains("提问1", asked.Text, StringComparison.Ordinal);
        await bot.Replies(Cast.Wen, card, "主讲介绍 " + new string('讲', 500));
        var guest = (await bot.Replies(Cast.Duan, card, "+1 王阿姨")).Card(1);
        Check(guest, names + 2);
        Assert.Contains("王阿姨（段丽华代）", guest.Text, StringComparison.Ordinal);
        var left = (await bot.Says(Cast.Miao, "取消报名 1")).Card(1);
        Check(left, names + 1);
        Assert.DoesNotContain(Cast.Miao, left.Text, StringComparison.Ordinal);
    }

    private static void Check(Shown card, int going)
    {
        Assert.InRange(card.Text.Length, 10, 4096);
        if (card.Labels.Contains("查看全部"))
            Assert.Contains($"已报{going}人，", card.Text, StringComparison.Ordinal);
        else
            Assert.Contains($"\n{going} ", card.Text, StringComparison.Ordinal);
    }

    // Names as long as a platform lets them be, in letters that take two units each.
    private static Task FillAsync(TestBot bot, int count, int length) =>
        bot.Writer.DoAsync(
            "setup",
            async db =>
            {
                var it = await db.Classes.WithAll().SingleAsync();
                for (var each = 1; each <= count; each++)
                    it.SignUps.Add(
                        new SignUp
                        {
                            Position = each,
                            Person = new Person { Name = $"{each}" + string.Concat(Enumerable.Repeat("𠮷", length / 2)) },
                            SignedAt = it.MadeAt,
                            PlacedAt = it.MadeAt,
                        }
                    );
            }
        );
}
