namespace MutualAid.Bot.Channels.WeCom.Api;

internal enum Fate
{
    /// <summary>The platform answered; <see cref="Ack.Code"/> 0 is yes.</summary>
    Answered,

    /// <summary>Nothing left us.</summary>
    NotSent,

    /// <summary>It may have arrived.</summary>
    Lost,
}

/// <param name="Words">The platform's own, or what went wrong on the way; without secrets.</param>
internal sealed record Ack(Fate Fate, int Code = 0, string Words = "")
{
    public bool IsYes => Fate == Fate.Answered && Code == 0;

    public override string ToString() => Fate == Fate.Answered ? $"{Code} {Words}" : $"{Fate}: {Words}";
}
