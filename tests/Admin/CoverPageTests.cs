using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Tests.Content;

namespace MutualAid.Tests.Admin;

/// <summary>The picture above a post: put on, seen where the post is seen, changed, taken off.</summary>
public class CoverPageTests
{
    private const int Published = 2;
    private const int Draft = 3;

    [Fact]
    public async Task A_cover_is_seen_with_its_post_and_goes_with_the_next_one()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await PutAsync(guest, Published, Pictures.Jpeg(1200, 630, 6, "GPS"))).Status);
        var first = await CoverAsync(house, Published);
        Assert.Contains(
            $"src=\"/posts/{Published}/picture\"",
            (await guest.GetAsync($"/posts/{Published}")).Text,
            StringComparison.Ordinal
        );
        using var seen = await FetchAsync(house, first!);
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (seen.StatusCode, seen.Content.Headers.ContentType!.MediaType));
        Assert.DoesNotContain("GPS", await seen.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await PutAsync(guest, Published, Pictures.Png(800, 400))).Status);
        using var gone = await FetchAsync(house, first!);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var second = await FetchAsync(house, (await CoverAsync(house, Published))!);
        Assert.Equal("image/png", second.Content.Headers.ContentType!.MediaType);

        await guest.GetAsync($"/posts/{Published}/cover");
        await guest.PostAsync($"/posts/{Published}/cover?handler=remove");
        Assert.Null(await CoverAsync(house, Published));
        await using var db = house.Read();
        Assert.Equal(await CoverAsync(house, 1), (await db.Pictures.SingleAsync()).Name);
    }

    [Fact]
    public async Task The_cover_of_a_draft_is_seen_by_its_editors_only()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await PutAsync(guest, Draft, Pictures.Png(800, 400));
        using var hidden = await FetchAsync(house, (await CoverAsync(house, Draft))!);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync($"/posts/{Draft}/picture")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/posts/{Published}/picture")).Answer.StatusCode);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("卢国庆", ConsoleRole.Viewer, null);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync($"/posts/{Draft}/picture")).Answer.StatusCode);
    }

    [Fact]
    public async Task What_is_no_cover_is_refused_in_words_and_the_post_stays_as_it_is()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await PutAsync(guest, Published, Pictures.Png(800, 400));
        var before = await CoverAsync(house, Published);
        byte[] camera = [.. Pictures.Jpeg(1200, 630), .. new byte[30 << 20]];
        (byte[] File, string Words)[] told =
        [
            (camera, "图太大了，5 MB 以内就好"),
            ("RIFF\0\0\0\0WEBPVP8 "u8.ToArray(), "请选一张 JPG 或 PNG 图"),
            (Pictures.Png(10, 4000), "图太长或太大"),
            ([], "请选一张 JPG 或 PNG 图"),
        ];
        foreach (var (file, words) in told)
        {
            var (status, text) = await PutAsync(guest, Published, file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await CoverAsync(house, Published));
    }

    private static async Task<(HttpStatusCode Status, string Text)> PutAsync(ConsoleGuest guest, int number, byte[] file)
    {
        await guest.GetAsync($"/posts/{number}/cover");
        using var form = new MultipartFormDataContent { { new StringContent(guest.FormToken), "__RequestVerificationToken" } };
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "picture", "IMG_0001.jpg");
        var (answer, text) = await guest.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/posts/{number}/cover") { Content = form });
        return (answer.StatusCode, text);
    }

    private static Task<HttpResponseMessage> FetchAsync(ConsoleHouse house, string name) =>
        house.Http.GetAsync(new Uri(house.PublicAddress, $"/pictures/{name}"));

    private static async Task<string?> CoverAsync(ConsoleHouse house, int number)
    {
        await using var db = house.Read();
        return await db.Posts.Where(it => it.Number == number).Select(it => it.Cover).SingleAsync();
    }
}
