using MutualAid.Bot.Channels.Photos;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Channels.WeCom;

/// <param name="Name">Of its file; another picture never has the same.</param>
/// <param name="Address">Where it is seen by whoever cannot be shown it.</param>
internal sealed record WeComPicture(string Name, byte[] Bytes, Uri Address);

/// <summary>What is to be seen beside the words: a photo that somebody sent, the cover of a post.</summary>
internal sealed class WeComPictures(KeptPhotos kept, ICovers covers)
{
    public async Task<List<WeComPicture>> OfAsync(Outgoing message, CancellationToken stop)
    {
        var pictures = new List<WeComPicture>();
        if (await kept.ReadAsync(message.Photo, stop) is { } photo)
            pictures.Add(new(message.Photo!, photo, kept.AddressOf(message.Photo)!));
        if (message.Picture is { } address && await covers.ReadAsync(address, stop) is { } cover)
            pictures.Add(new(address.Segments[^1], cover, address));
        return pictures;
    }

    /// <summary>The message with a way to each picture that is not shown itself.</summary>
    public static Outgoing Linked(Outgoing message, IEnumerable<WeComPicture> pictures) =>
        message with
        {
            Buttons = [.. message.Buttons, .. pictures.Select(it => new[] { new Button("📷 看图", null, it.Address.AbsoluteUri) })],
        };
}
