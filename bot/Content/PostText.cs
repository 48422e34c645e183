using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>A post in words: its head, so much of its text as fits, and where it comes from.</summary>
internal static class PostText
{
    /// <summary>Visible units of a text that stands whole in a chat: a tip of a few sentences.</summary>
    public const int Short = 260;

    /// <summary>What one message holds beside head and source.</summary>
    public const int Whole = 3600;

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary><c>【小贴士】台风要来，先收阳台</c></summary>
    public static string Head(Post post, Speech speech) => speech.Say("content.post.head", post.Column.Name, post.Title);

    /// <summary>The one place where a post becomes a message: what the console previews and what chats show is the same.</summary>
    public static (string Html, bool IsCut) Message(Post post, PostForm form, Speech speech, string zone, DateTime now)
    {
        var (body, isCut) = Body(post, form == PostForm.Whole ? Whole : Short);
        var head = form == PostForm.Late ? speech.Say("content.post.late") + Head(post, speech) : Head(post, speech);
        return (string.Join('\n', Foot(post, speech, zone, now).Prepend(body).Prepend(head)), isCut);
    }

    /// <summary>The text as HTML, cut where it is longer.</summary>
    public static (string Html, bool IsCut) Body(Post post, int most)
    {
        // The desk took it in, so it can be rendered.
        var whole = MarkdownHtml.Render(post.Body) ?? Html.Escape(post.Body);
        if (Html.Length(whole) <= most)
            return (whole, false);
        var cut = post.Summary is { Length: > 0 } summary ? Html.Escape(summary) : Html.Split(whole, most)[0].TrimEnd();
        return (cut + "……", true);
    }

    /// <summary>For a list: the beginning of the text in one line.</summary>
    public static string Glimpse(Post post, int most) => Html.ToPlain(Body(post, most).Html).ReplaceLineEndings(" ");

    /// <summary>Lines below the text: validity, edition, correction, community, source.</summary>
    public static IEnumerable<string> Foot(Post post, Speech speech, string zone, DateTime now)
    {
        if (post.Column.Kind == ColumnKind.Policy)
            yield return Validity(post, speech);
        if (Corrected(post, speech, zone, now) is { } corrected)
            yield return corrected;
        if (post.Community is { } community)
            yield return speech.Say("content.post.community", community.Name);
        if (post.Source is { } source)
            yield return speech.Say("content.post.source", Linked(source, post.SourceLink), Checked(post, speech));
    }

    /// <summary><c>有效期 2026年11月1日 至 2026年12月31日</c></summary>
    public static string Validity(Post post, Speech speech) =>
        (post.ValidFrom, post.ValidUntil) switch
        {
            ({ } from, { } until) => speech.Say("content.post.validBoth", Date(from, speech), Date(until, speech)),
            ({ } from, null) => speech.Say("content.post.validFrom", Date(from, speech)),
            (null, { } until) => speech.Say("content.post.validUntil", Date(until, speech)),
            _ => speech.Say("content.post.valid"),
        };

    /// <summary><c>已更正 11:20</c>, on another day with its date.</summary>
    public static string? Corrected(Post post, Speech speech, string zone, DateTime now)
    {
        if (post.CorrectedAt is not { } at)
            return null;
        var (local, today) = (Zone.ToLocal(at, zone), Zone.ToLocal(now, zone).Date);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return speech.Say("content.post.corrected", local.Date == today ? time : $"{Day(DateOnly.FromDateTime(local), speech)} {time}");
    }

    /// <summary>Withdrawn or replaced: what is no longer true must not go on standing in a chat as if it were. Null: it holds.</summary>
    public static async Task<string?> GoneAsync(Canvas canvas, Post post, string zone)
    {
        if (post.WithdrawnAt is not null)
            return canvas.Speech.Say("content.post.withdrawn", post.Title);
        var today = DateOnly.FromDateTime(Zone.ToLocal(canvas.Now, zone));
        var newer = await canvas
            .Db.Posts.Published(canvas.Now)
            .Where(it => it.SupersedesId == post.Id && (it.ValidFrom == null || it.ValidFrom <= today))
            .NewestFirst()
            .Select(it => it.Title)
            .FirstOrDefaultAsync();
        return newer is null ? null : canvas.Speech.Say("content.post.superseded", post.Title, newer);
    }

    /// <summary><c>11月25日 周三</c></summary>
    public static string Day(DateOnly date, Speech speech) =>
        speech.IsChinese ? date.ToString("M月d日 ddd", Chinese) : date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    private static string Date(DateOnly date, Speech speech) =>
        speech.IsChinese ? date.ToString("yyyy年M月d日", Chinese) : date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Checked(Post post, Speech speech) =>
        post.CheckedOn is { } day ? speech.Plain("content.post.checked", Date(day, speech)) : "";

    private static Markup Linked(string source, string? link) =>
        new(link is null ? Html.Escape(source) : $"<a href=\"{Html.Escape(link)}\">{Html.Escape(source)}</a>");
}
