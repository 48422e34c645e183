using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Admin;

/// <summary>The one field above everything.</summary>
public sealed class SearchPageTests
{
    [Fact]
    public async Task Everything_is_found_in_one_field_and_only_in_ones_own_groups()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var owner = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("href=\"/needs/1\"", (await owner.GetAsync("/search?q=%231")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/needs/1\"", (await owner.GetAsync("/search?q=口罩")).Text, StringComparison.Ordinal);
        Assert.Contains("邵卫东", (await owner.GetAsync("/search?q=卫东")).Text, StringComparison.Ordinal);
        Assert.Contains("瑞禾村", (await owner.GetAsync("/search?q=瑞禾")).Text, StringComparison.Ordinal);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Viewer, 2);
        foreach (var words in new[] { "%231", "口罩", "卫东" })
        {
            var found = (await guest.GetAsync($"/search?q={words}")).Text;
            Assert.DoesNotContain("href=\"/needs/", found, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"/classes/", found, StringComparison.Ordinal);
            Assert.DoesNotContain("邵卫东", found, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"/needs/4\"", (await guest.GetAsync("/search?q=蔬菜")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_found_by_its_name_what_is_done_there_and_its_first_letters_where_it_may_be_opened()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        foreach (
            var (words, path) in new[]
            {
                ("导入", "/imports"),
                ("DR", "/imports"),
                ("名册", "/volunteers"),
                ("czjl", "/audit"),
                ("时区", "/first/place"),
                ("排一班", "/shifts/new"),
            }
        )
            Assert.Contains($"<a href=\"{path}\">", Found(await guest.GetAsync("/search?q=" + words)), StringComparison.Ordinal);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("林小满", ConsoleRole.Viewer, 1);
        Assert.DoesNotContain("/imports", Found(await viewer.GetAsync("/search?q=导入")), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/classes\">", Found(await viewer.GetAsync("/search?q=课堂")), StringComparison.Ordinal);
    }

    private static string Found((HttpResponseMessage Answer, string Text) page) =>
        page.Text[page.Text.IndexOf("role=\"search\"", StringComparison.Ordinal)..];
}
