using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Talk;

/// <summary>A post of the bot as it reads now.</summary>
/// <param name="Chat"><see cref="Stage.Group"/>, or the name of the person it is private to.</param>
internal sealed record Shown(string Chat, string Id, string Text)
{
    public IReadOnlyList<Button> Buttons { get; init; } = [];
    public string? ReplyTo { get; init; }
    public bool Silent { get; init; }
    public bool Pinned { get; init; }

    public IEnumerable<string> Labels => Buttons.Select(button => button.Label);

    public string LabelsInOne => string.Join("", Labels.Select(label => $"[{label}]"));

    /// <summary>What a reader could tell apart.</summary>
    public string Look => $"{Text}\n{LabelsInOne}";

    public Button Button(string label) =>
        Buttons.FirstOrDefault(button => button.Label == label)
        ?? throw new InvalidOperationException($"\"{Text}\" has no button {label}, only {LabelsInOne}");

    public override string ToString() => $"{Chat}: {Text} {LabelsInOne}";
}

/// <summary>All that came of one thing somebody said or pressed.</summary>
internal sealed record Heard(IReadOnlyList<Shown> Posts, IReadOnlyList<Shown> Edits, IReadOnlyList<Shown> Gone)
{
    /// <summary>The platform's id of what the person said.</summary>
    public string? Said { get; init; }

    /// <summary>The answer over the pressed button.</summary>
    public string? Toast { get; init; }

    /// <summary>No message, no edit, no word over a button.</summary>
    public bool IsSilent => Posts.Count + Edits.Count + Gone.Count == 0 && string.IsNullOrEmpty(Toast);

    public IReadOnlyList<Shown> In(string chat) => [.. Posts.Where(post => post.Chat == chat)];

    public IReadOnlyList<Shown> InGroup => In(Stage.Group);

    /// <summary>The one new post of the group.</summary>
    public Shown Post =>
        InGroup is [var only] ? only : throw new InvalidOperationException($"Not one post in the group but {InGroup.Count}: {this}");

    /// <summary>The edit of the card of this need.</summary>
    public Shown Card(int number) =>
        Edits
            .Where(edit => edit.Text.StartsWith($"#{number}", StringComparison.Ordinal))
            .OrderByDescending(edit => edit.Chat == Stage.Group)
            .FirstOrDefault()
        ?? throw new InvalidOperationException($"No edit of #{number}: {this}");

    public override string ToString() =>
        $"posts {string.Join(" | ", Posts)}; edits {string.Join(" | ", Edits)}; gone {string.Join(" | ", Gone)}; toast {Toast}";
}
