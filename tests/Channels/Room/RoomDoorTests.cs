using System.Net;
using MutualAid.Tests.Content;

namespace MutualAid.Tests.Channels.Room;

public sealed class RoomDoorTests
{
    private static readonly string[] Proxied = ["X-Forwarded-For", "Forwarded", "Via"];

    [Fact]
    public async Task Behind_a_proxy_or_a_public_address_the_free_door_is_shut()
    {
        await using var open = await RoomHost.StartAsync();
        foreach (var header in Proxied)
        {
            using var stranger = new RoomCaller(open);
            stranger.Header(header, "203.0.113.7");
            Assert.Equal(HttpStatusCode.Forbidden, await stranger.KnockAsync(new { name = "陌生人" }));
        }
        using var rebound = new RoomCaller(open);
        rebound.Header("Host", "room.example.org");
        Assert.Equal(HttpStatusCode.Forbidden, await rebound.KnockAsync(new { name = "陌生人" }));

        await using var served = await RoomHost.StartAsync(publicUrl: "https://room.example.org");
        using var direct = new RoomCaller(served);
        Assert.Equal(HttpStatusCode.Forbidden, await direct.KnockAsync(new { name = "陌生人" }));
    }

    [Fact]
    public async Task An_organisers_link_makes_one_organiser_who_invites_the_others()
    {
        await using var host = await RoomHost.StartAsync(publicUrl: "https://room.example.org");
        var organiser = await host.OrganiserLinkAsync();
        using var wen = new RoomCaller(host);
        Assert.Equal(HttpStatusCode.OK, await wen.KnockAsync(new { name = "温静宜", organiser }));
        using var late = new RoomCaller(host);
        Assert.Equal(HttpStatusCode.Forbidden, await late.KnockAsync(new { name = "晚到的", organiser }));

        var invite = CodeOf((await wen.PostAsync("/room/groups/invite", new { chat = "g1" })).Answer);
        using var shao = new RoomCaller(host);
        Assert.Equal(
            HttpStatusCode.OK,
            await shao.KnockAsync(
                new
                {
                    name = "邵卫东",
                    community = "杏花台社区",
                    invite,
                }
            )
        );
        Assert.Matches("^[0-9]{6}$", shao.Pin);
        Assert.Contains(host.Voice.Heard, i => i.Text == "/join 杏花台社区" && i.Place.IsPrivate && i.From.Name == "邵卫东");

        Assert.Equal(HttpStatusCode.Forbidden, (await shao.PostAsync("/room/groups/invite", new { chat = "g1" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await shao.PostAsync("/room/groups/organiser", new { chat = "g1" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await shao.PostAsync("/room/groups", new { title = "我的群" })).Status);
        Assert.True(host.Voice.Heard.First().From.IsAdmin);
    }

    [Fact]
    public async Task The_return_link_asks_the_pin_and_locks_after_five_wrong_ones()
    {
        await using var host = await RoomHost.StartAsync(publicUrl: "https://room.example.org");
        using var wen = new RoomCaller(host);
        await wen.KnockAsync(new { name = "温静宜", organiser = await host.OrganiserLinkAsync() });

        using var phone = new RoomCaller(host);
        Assert.Equal(HttpStatusCode.OK, await phone.KnockAsync(new { returnCode = wen.ReturnCode, pin = wen.Pin }));
        Assert.Equal(wen.Id, phone.Id);

        var wrong = wen.Pin == "000000" ? "000001" : "000000";
        using var thief = new RoomCaller(host);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Forbidden, await thief.KnockAsync(new { returnCode = wen.ReturnCode, pin = wrong }));
        Assert.Equal(HttpStatusCode.Forbidden, await thief.KnockAsync(new { returnCode = wen.ReturnCode, pin = wen.Pin }));
    }

    [Fact]
    public async Task An_organiser_helps_a_lost_member_back_in_but_cannot_take_over_another_organiser()
    {
        await using var host = await RoomHost.StartAsync(publicUrl: "https://room.example.org");
        using var wen = new RoomCaller(host);
        await wen.KnockAsync(new { name = "温静宜", organiser = await host.OrganiserLinkAsync() });
        using var duan = new RoomCaller(host);
        await duan.KnockAsync(new { name = "段丽华", organiser = await host.OrganiserLinkAsync() });
        var invite = CodeOf((await wen.PostAsync("/room/groups/invite", new { chat = "g1" })).Answer);
        using var shao = new RoomCaller(host);
        await shao.KnockAsync(new { name = "邵卫东", invite });
        await duan.PostAsync("/room/enter", new { invite });

        Assert.Equal(HttpStatusCode.Forbidden, (await wen.PostAsync("/room/groups/reattach", new { chat = "g1", seat = duan.Id })).Status);
        var (status, answer) = await wen.PostAsync("/room/groups/reattach", new { chat = "g1", seat = shao.Id });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await shao.GetAsync("/room/me")).Status);

        using var found = new RoomCaller(host);
        Assert.Equal(HttpStatusCode.OK, await found.KnockAsync(new { returnCode = CodeOf(answer), pin = RoomCaller.Text(answer, "pin") }));
        Assert.Equal(shao.Id, found.Id);
        Assert.Contains(await found.HearAsync(), l => l.Contains("邵卫东", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_pictures_are_taken_and_shown_under_their_own_type()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await wen.UploadAsync("<script>"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await wen.UploadAsync(new byte[5 * 1024 * 1024 + 1])).Status);
        var (_, answer) = await wen.UploadAsync(Pictures.Jpeg(1200, 630, 1, "GPS 30.1234 北门"));
        var photo = RoomCaller.Text(answer, "photo");
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await wen.PostAsync(
                    "/room/say",
                    new
                    {
                        chat = "g1",
                        clientId = "photo-01",
                        photo,
                    }
                )
            ).Status
        );
        Assert.Equal(photo, host.Voice.Heard.Last().File);
        using var shown = await wen.OpenAsync("/room/photos/" + photo);
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType?.MediaType);
        var kept = await shown.Content.ReadAsByteArrayAsync();
        Assert.True(kept.Length > 30);
        Assert.Equal(-1, kept.AsSpan().IndexOf("GPS"u8));
        Assert.Equal(HttpStatusCode.NotFound, (await wen.GetAsync("/room/photos/..%2Froom.db")).Status);
    }

    [Fact]
    public async Task Pages_forbid_foreign_and_inline_scripts()
    {
        await using var host = await RoomHost.StartAsync();
        using var anyone = new RoomCaller(host);
        foreach (var path in new[] { "/", "/room/app.js", "/s/k1" })
        {
            using var response = await anyone.OpenAsync(path);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }

    private static string CodeOf(System.Text.Json.JsonElement answer) => RoomCaller.Text(answer, "link")!.Split('=')[1];
}
