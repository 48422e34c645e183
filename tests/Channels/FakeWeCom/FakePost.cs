namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>What people see of the bot in one chat; cards change in place.</summary>
internal sealed class FakePost
{
    /// <summary>The id of a group, or @ and a user.</summary>
    public required string Chat { get; init; }

    /// <summary>The task of a card; for anything else a number of the server.</summary>
    public required string Id { get; init; }
    public required string Text { get; set; }
    public IReadOnlyList<(string Label, string Key)> Buttons { get; set; } = [];
    public bool IsCard { get; init; }

    /// <summary>What is seen, where it is a picture.</summary>
    public byte[]? Picture { get; init; }

    /// <summary>It answers somebody's message, whose number it is.</summary>
    public string? Answers { get; init; }
}

/// <summary>What the platform remembers of a callback.</summary>
internal sealed record FakeCallback(string ReqId, string MsgId, string Chat, string Kind, string? TaskId)
{
    public long Since { get; } = TimeProvider.System.GetTimestamp();

    public TimeSpan Age => TimeProvider.System.GetElapsedTime(Since);

    public bool IsAnswered { get; set; }
}
