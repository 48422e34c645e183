using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Messaging;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>How much of a post a message shows; the letter stands in the card's key.</summary>
internal enum PostForm
{
    Short = 's',
    Whole = 'w',

    /// <summary>Short, and it should have come a while ago.</summary>
    Late = 'l',
}

/// <summary>A message that shows a post. There may be many of one post, and each is put right when the post is.</summary>
public sealed class PostFace : IFace
{
    /// <summary>Its own each time: who asks again is answered below, not by an edit far above.</summary>
    internal static string Key(Post post, PostForm form, DateTime now) =>
        string.Create(CultureInfo.InvariantCulture, $"{Stem(post)}{(char)form}{now:yyMMddHHmmssfff}");

    /// <summary>What the keys of all messages of a post begin with.</summary>
    internal static string Stem(Post post) => string.Create(CultureInfo.InvariantCulture, $"post:{post.Number}-");

    public string Prefix => "post";

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var dash = canvas.Id.IndexOf('-', StringComparison.Ordinal);
        var number = int.Parse(canvas.Id.AsSpan(0, dash), CultureInfo.InvariantCulture);
        var post = await canvas.Db.Posts.WithAll().FirstOrDefaultAsync(it => it.Number == number);
        if (post is null)
            return null;
        var zone = await ZoneAsync(canvas);
        if (await PostText.GoneAsync(canvas, post, zone) is { } gone)
            return new Drawing(gone, []);
        var form = (PostForm)canvas.Id[dash + 1];
        var (html, isCut) = PostText.Message(post, form, canvas.Speech, zone, canvas.Now);
        return new Drawing(html, [Buttons(canvas, post, form, isCut)], Picture: post.Cover);
    }

    private static List<Button> Buttons(Canvas canvas, Post post, PostForm form, bool isCut)
    {
        var buttons = new List<Button>();
        if (isCut && form != PostForm.Whole)
            buttons.Add(canvas.Button("content.button.whole", $"!read {post.Number}"));
        if (post.Column.Kind == ColumnKind.Tip)
            buttons.Add(canvas.Button("content.button.next", "!tip"));
        buttons.Add(canvas.Button("content.button.shared", $"!shared {post.Number}"));
        return buttons;
    }

    private static async Task<string> ZoneAsync(Canvas canvas) =>
        await canvas
            .Db.Groups.Where(group => group.Channel == canvas.Card.Channel && group.ExternalId == canvas.Card.ChatId)
            .Select(group => group.TimeZone)
            .FirstOrDefaultAsync()
        ?? await canvas
            .Db.Accounts.Where(account => account.Channel == canvas.Card.Channel && account.PrivateChat == canvas.Card.ChatId)
            .Select(account => account.Person.TimeZone)
            .FirstOrDefaultAsync()
        ?? "Asia/Shanghai";
}
