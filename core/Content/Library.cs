using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Core.Content;

/// <summary>The starter library: Markdown files with front matter in <c>content/&lt;language&gt;/library/{tips,guides,policies,stories}</c>.</summary>
public sealed record Library(IReadOnlyList<LibraryFile> Files)
{
    private static readonly Dictionary<string, ColumnKind> Folders = new(StringComparer.Ordinal)
    {
        ["tips"] = ColumnKind.Tip,
        ["guides"] = ColumnKind.Guide,
        ["policies"] = ColumnKind.Policy,
        ["stories"] = ColumnKind.Story,
    };

    /// <param name="folder">The folder that holds one folder per language.</param>
    public static Library Load(string folder) =>
        new([
            .. Directory
                .EnumerateDirectories(folder)
                .SelectMany(language => Folders.Select(kind => (language, kind, Path: Path.Combine(language, "library", kind.Key))))
                .Where(it => Directory.Exists(it.Path))
                .SelectMany(it =>
                    Directory
                        .EnumerateFiles(it.Path, "*.md")
                        .Select(file => LibraryFile.Read(file, Path.GetFileName(it.language), it.kind.Key, it.kind.Value))
                )
                .OrderBy(file => file.Language != Phrases.Fallback)
                .ThenBy(file => file.Key, StringComparer.Ordinal),
        ]);
}

/// <param name="Key"><c>zh-CN/tips/typhoon-before</c>: what it is known by, whatever its words become.</param>
public sealed record LibraryFile(string Key, string Language, string Column, ColumnKind Kind, PostWords Words)
{
    /// <exception cref="InvalidDataException">It has no front matter, or lacks title or column.</exception>
    public static LibraryFile Read(string path, string language, string folder, ColumnKind kind)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        if (!text.StartsWith("---\n", StringComparison.Ordinal) || end < 0)
            throw new InvalidDataException($"{path} has no front matter");
        var marks = text[4..end]
            .Split('\n')
            .Select(line => line.Split(':', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal);
        string Need(string mark) => marks.GetValueOrDefault(mark) ?? throw new InvalidDataException($"{path} has no {mark}");
        var words = new PostWords(Need("title"), text[(end + 5)..].Trim())
        {
            Tags = marks.GetValueOrDefault("tags"),
            Source = marks.GetValueOrDefault("source"),
            SourceLink = marks.GetValueOrDefault("link"),
            CheckedOn = DateOnly.TryParse(marks.GetValueOrDefault("checked"), CultureInfo.InvariantCulture, out var day) ? day : null,
        };
        return new($"{language}/{folder}/{Path.GetFileNameWithoutExtension(path)}", language, Need("column"), kind, words);
    }
}

/// <summary>Takes the library in; a new one per run, inside <see cref="Writer.DoAsync"/>.</summary>
public sealed class LibraryDesk(Db db, TimeProvider clock)
{
    // The writer is not held from people who talk meanwhile.
    private const int AtOnce = 10;

    /// <summary>Every file once per installation, as a post in review: nothing of it is shown before somebody here has read it.</summary>
    /// <returns>How many of a few were new; call it again until there are none.</returns>
    public async Task<int> ImportAsync(Library library)
    {
        // Takes the series for this transaction: of two hosts that start at once the second sees what the first took in.
        await Numbers.NextAsync<Post>(db, post => post.Number);
        var known = await db.Posts.Where(post => post.LibraryKey != null).Select(post => post.LibraryKey!).ToHashSetAsync();
        var desk = new ContentDesk(db, clock);
        var taken = 0;
        foreach (var file in library.Files.Where(file => !known.Contains(file.Key)).Take(AtOnce))
        {
            var drafted = await desk.DraftAsync(await desk.ColumnAsync(file.Column, file.Kind), file.Language, file.Words);
            if (drafted.Post is not { } post)
                throw new InvalidDataException($"The library's {file.Key} cannot be a post: {drafted.Refusal}");
            post.LibraryKey = file.Key;
            desk.Submit(post);
            taken++;
        }

        return taken;
    }
}
