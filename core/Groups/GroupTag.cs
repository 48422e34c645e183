using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MutualAid.Core.Data;

namespace MutualAid.Core.Groups;

/// <summary>A word that organisers gave their group, to find it among others: 东片, 老人多.</summary>
public sealed class GroupTag
{
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public string NameKey { get; set; } = "";
    public string Name { get; set; } = "";
}

/// <summary>Sets the tags of groups.</summary>
public sealed class TagDesk(Db db)
{
    public const int MostTags = 10;

    /// <summary>A button has room for so many.</summary>
    public const int LongestTag = 12;

    /// <summary>The group has these tags and no others. False: too many, or one is too long; nothing was changed.</summary>
    public async Task<bool> SetAsync(Group group, IEnumerable<string> names)
    {
        var wanted = names
            .Select(name => name.Trim().TrimStart('#', '＃'))
            .Where(name => Folded.Key(name).Length > 0)
            .DistinctBy(Folded.Key, StringComparer.Ordinal)
            .ToList();
        if (wanted.Count > MostTags || wanted.Exists(name => name.Length > LongestTag))
            return false;
        db.GroupTags.RemoveRange(await db.GroupTags.Where(tag => tag.GroupId == group.Id).ToListAsync());
        await db.SaveChangesAsync();
        db.GroupTags.AddRange(
            wanted.Select(name => new GroupTag
            {
                Group = group,
                GroupId = group.Id,
                Name = name,
                NameKey = Folded.Key(name),
            })
        );
        return true;
    }
}

internal sealed class GroupTagShape : IEntityTypeConfiguration<GroupTag>
{
    public void Configure(EntityTypeBuilder<GroupTag> it)
    {
        it.HasKey(tag => new { tag.GroupId, tag.NameKey });
        it.HasIndex(tag => tag.NameKey);
    }
}
