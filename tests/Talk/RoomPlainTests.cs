using MutualAid.Bot.Channels.WebChat;

namespace MutualAid.Tests.Talk;

/// <summary>A group of the room in 微信样式: what people of WeChat would see and could do.</summary>
public sealed class RoomPlainTests
{
    [Fact]
    public async Task A_card_is_pressed_by_its_number_and_reads_the_same_after_a_restart()
    {
        await using var room = await RoomStage.StartAsync();
        await room.SetPlainAsync();
        var card = (await room.Says(Cast.Shao, "需求 N95口罩100个 杏花台社区")).Post;
        Assert.EndsWith("\n回复本条：1 核实 · 2 认领", card.Text, StringComparison.Ordinal);
        Assert.Empty(card.Buttons);
        var claimed = (await room.Replies(Cast.Duan, card, "2")).Post;
        Assert.Contains("段丽华 100", claimed.Text, StringComparison.Ordinal);
        Assert.True((await room.Says(Cast.Gong, "1")).IsSilent);
        var verified = (await room.Says(Cast.Wen, "@小助手 1")).Post;
        Assert.Contains("已核实", verified.Text, StringComparison.Ordinal);

        var kept = await room.Services.GetRequiredService<Bot.Engine.IPostHistory>().LatestAsync(RoomChannel.ChannelName, "g1", 10);
        Assert.Contains(kept, post => Core.Messaging.Html.ToPlain(post.Html) == card.Text && post.Buttons.Count == 0);
    }
}
