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

    /// <summary>中文 or English: each in its own words.</summary>
    public static string Language(string language) => language == "en" ? "English" : "中文";
}
