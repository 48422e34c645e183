using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Content;

/// <summary>The picture above a post.</summary>
public sealed partial class ContentDesk
{
    /// <summary>Puts a cover on a post, in the place of the one before; every message that shows the post follows.</summary>
    /// <param name="upload">JPEG or PNG; null: the cover comes off.</param>
    public async Task<PostResult> CoverAsync(int number, Actor who, byte[]? upload)
    {
        var found = await EditableAsync(number, who);
        if (found is not { Done: true, Post: { } post })
            return found;
        PictureFile? file = null;
        if (upload is not null)
        {
            (file, var refusal) = PictureFile.Read(upload);
            if (file is null)
                return new(refusal, post);
        }

        await DropCoverAsync(post);
        if (file is not null)
            post.Cover = Keep(file).Name;
        Changed(post);
        return found;
    }

    private Picture Keep(PictureFile file)
    {
        var picture = new Picture
        {
            Name = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}.{file.Kind}",
            Bytes = file.Bytes,
            Width = file.Width,
            Height = file.Height,
            AddedAt = Now,
        };
        db.Pictures.Add(picture);
        return picture;
    }

    private async Task DropCoverAsync(Post post)
    {
        if (post.Cover is not { } name)
            return;
        post.Cover = null;
        db.Pictures.RemoveRange(await db.Pictures.Where(it => it.Name == name).ToListAsync());
    }
}
