using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;
using MutualAid.Core.Messaging;
using MutualAid.Tests.HouseRules;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Content;

public sealed class LibraryTests
{
    private static readonly Library All = Library.Load(Path.Combine(Sources.Root, "content"));

    [Fact]
    public void Each_text_stands_in_both_languages_with_source_and_day_of_check()
    {
        var chinese = All.Files.Where(file => file.Language == "zh-CN").Select(file => file.Key["zh-CN/".Length..]);
        Assert.Equal(chinese, All.Files.Where(file => file.Language == "en").Select(file => file.Key["en/".Length..]));
        Assert.All(All.Files, file => Assert.NotNull(file.Words.Source));
        Assert.All(All.Files, file => Assert.NotNull(file.Words.CheckedOn));
    }

    [Fact]
    public void Each_text_fits_one_message()
    {
        Assert.True(All.Files.Count > 70);
        Assert.All(All.Files, file => Assert.InRange(Html.Length(MarkdownHtml.Render(file.Words.Body)!), 20, 3600));
    }

    [Fact]
    public async Task It_is_taken_in_once_and_waits_for_an_editor()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.ImportAsync();
        await bot.ImportAsync();
        Assert.Equal(All.Files.Count, await bot.Look(db => db.Posts.InReview().CountAsync()));
        Assert.Equal("还没有小贴士。", (await bot.Says(Cast.Lu, "小贴士")).Post.Text);
    }
}
