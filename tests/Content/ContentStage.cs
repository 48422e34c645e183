using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Content;
using MutualAid.Core.Content;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Content;

/// <summary>Posts that are there already, straight through the desk; 温静宜 edits, as in the console.</summary>
internal static class ContentStage
{
    public static Task RunJobsAsync(this Stage stage) =>
        ActivatorUtilities.CreateInstance<MorningsJob>(stage.Services).RunAsync(CancellationToken.None);

    public static Task ImportAsync(this Stage stage) =>
        ActivatorUtilities.CreateInstance<LibraryJob>(stage.Services).RunAsync(CancellationToken.None);

    public static Task<T> EditAsync<T>(this Stage stage, Func<Db, ContentDesk, Actor, Task<T>> work) =>
        stage.Writer.DoAsync(
            "test",
            async db =>
            {
                var editor = new Actor(await db.People.SingleAsync(person => person.Name == Cast.Wen), null, Organiser: true);
                return await work(db, new ContentDesk(db, stage.Clock), editor);
            }
        );

    /// <summary>A published post; its number.</summary>
    public static Task<int> PublishAsync(
        this Stage stage,
        ColumnKind kind,
        string title,
        string body,
        DateOnly? from = null,
        DateOnly? until = null,
        int? supersedes = null,
        DateTime? at = null
    ) =>
        stage.EditAsync(
            async (db, desk, editor) =>
            {
                var column = await desk.ColumnAsync(Columns[kind], kind);
                var post = (await desk.DraftAsync(column, "zh-CN", new PostWords(title, body))).Post!;
                var old = supersedes is { } number ? await desk.FindAsync(number) : null;
                Assert.Equal(ContentRefusal.None, desk.Limit(post, from, until, old));
                await db.SaveChangesAsync();
                Assert.True((await desk.ApproveAsync(post.Number, editor, at)).Done);
                return post.Number;
            }
        );

    private static readonly Dictionary<ColumnKind, string> Columns = new()
    {
        [ColumnKind.Tip] = "小贴士",
        [ColumnKind.Policy] = "政策法规",
        [ColumnKind.Story] = "疫线故事",
        [ColumnKind.Guide] = "指南",
        [ColumnKind.Other] = "资源信息",
    };
}
