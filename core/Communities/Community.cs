namespace MutualAid.Core.Communities;

/// <summary>A community (社区, 小区, 村 …) that members stand for and that goods go to.</summary>
public sealed class Community
{
    public long Id { get; set; }
    public string Name { get; set; } = "";

    /// <summary>The name folded for comparison (width, case, spaces); unique.</summary>
    public string NameKey { get; set; } = "";
    public string? District { get; set; }

    /// <summary>Who is called about this community, in words.</summary>
    public string? Contact { get; set; }

    /// <summary>Where to bring goods, whom to meet and until when: given once, told in private to who claimed, never shown in the group.</summary>
    public string? DropOff { get; set; }
    public DateTime AddedAt { get; set; }
    public List<CommunityAlias> Aliases { get; } = [];
}

/// <summary>Another name of a community.</summary>
public sealed class CommunityAlias
{
    public long Id { get; set; }
    public long CommunityId { get; set; }
    public Community Community { get; set; } = null!;
    public string Name { get; set; } = "";
    public string NameKey { get; set; } = "";
}
