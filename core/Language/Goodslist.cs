namespace MutualAid.Core.Language;

/// <summary>What a message says of things and amounts.</summary>
internal sealed class Goodslist
{
    public List<Item> Items { get; } = [];
    public List<Doubt> Doubts { get; } = [];

    /// <summary>Things named in an ask without any amount.</summary>
    public bool OnlyNamed { get; set; }

    public bool HasQuantity => Items.Exists(i => i.Quantity is not null);
}
