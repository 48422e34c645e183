using MutualAid.Bot.Channels.WeCom.Api;

namespace MutualAid.Bot.Channels.WeCom;

/// <summary>How the assistant speaks: over the long connection, or to the addresses that callbacks bring.</summary>
internal interface IWeComLine
{
    Task<Ack> AnswerAsync(Way way, Body body, CancellationToken stop);

    /// <summary>Unasked, or when the callback can no longer be answered.</summary>
    Task<Ack> PushAsync(string chatId, Body body, CancellationToken stop);

    /// <summary>Changes the card that was just pressed, for everybody.</summary>
    Task<Ack> ChangeAsync(Way press, TemplateCard card, CancellationToken stop);

    /// <summary>The number by which it is sent; null: here, or now, it cannot be shown.</summary>
    Task<string?> UploadAsync(WeComPicture picture, CancellationToken stop);
}
