using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>A post in the words of a screen.</summary>
public static class PostLook
{
    public static string Colour(PostState state) =>
        state switch
        {
            PostState.Review => "warn",
            PostState.Scheduled or PostState.Published => "on",
            PostState.Withdrawn => "bad",
            _ => "",
        };

    /// <summary>Which one comes out when, on the wall clock of the installation.</summary>
    public static string At(ConsoleWords words, string title, DateTime at) =>
        words.Plain("posts.at", title, words.Time(at), words.ZoneName);

    /// <summary>The phrase that says it is out, and where people see it: in no group at once.</summary>
    public static string Published(Post post) => "posts.made.published." + post.Column.Kind;

    /// <summary>Who read it and passed it on, and the newest figure of another place; null: nothing is known.</summary>
    public static string? Figures(PostsModel.PostRow row, ConsoleWords words)
    {
        string[] told =
        [
            .. row.Reads > 0 ? [words.Plain("posts.reads", row.Reads)] : (string[])[],
            .. row.Shares > 0 ? [words.Plain("posts.shares", row.Shares)] : (string[])[],
            .. row.Noted is { } noted
                ? [words.Plain("posts.noted", noted.Source, words.Plain("posts.figure." + noted.Kind), noted.Value)]
                : (string[])[],
        ];
        return told.Length == 0 ? null : string.Join(words.Plain("and"), told);
    }

    /// <summary>中文 or English: each in its own words.</summary>
    public static string Language(string language) => language == "en" ? "English" : "中文";
}
