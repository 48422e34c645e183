using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>The morning message: what was open then, and a tip and a policy as they read now.</summary>
public sealed class DigestFace : IFace
{
    private const int MostOfText = 120;
    private const string DateForm = "yyyyMMdd";

    public static string Key(Digest digest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"digest:{digest.Group.Id}-{digest.Date.ToString(DateForm, CultureInfo.InvariantCulture)}"
        );

    public string Prefix => "digest";

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var parts = canvas.Id.Split('-');
        var group = long.Parse(parts[0], CultureInfo.InvariantCulture);
        var date = DateOnly.ParseExact(parts[1], DateForm, CultureInfo.InvariantCulture);
        var digest = await canvas
            .Db.Digests.Include(it => it.Group)
            .Include(it => it.Tip!.Column)
            .Include(it => it.Policy!.Column)
            .FirstOrDefaultAsync(it => it.GroupId == group && it.Date == date);
        if (digest is null || digest.Lines.Length == 0)
            return null;
        var lines = new List<string> { digest.Lines };
        var buttons = new List<Button>();
        foreach (var post in new[] { digest.Tip, digest.Policy }.OfType<Post>())
        {
            if (await PostText.GoneAsync(canvas, post, digest.Group.TimeZone) is { } gone)
            {
                lines.Add(gone);
                continue;
            }

            lines.AddRange(Lines(post, digest.Group, canvas));
            buttons.Add(canvas.Button("content.button.wholeOf", $"!read {post.Number}", post.Column.Name));
        }

        return new Drawing(string.Join('\n', lines), buttons.Count == 0 ? [] : [buttons]);
    }

    private static IEnumerable<string> Lines(Post post, Group group, Canvas canvas)
    {
        yield return PostText.Head(post, canvas.Speech);
        yield return PostText.Body(post, MostOfText).Html;
        if (post.Column.Kind == ColumnKind.Policy)
            yield return PostText.Validity(post, canvas.Speech);
        if (PostText.Corrected(post, canvas.Speech, group.TimeZone, canvas.Now) is { } corrected)
            yield return corrected;
    }
}
