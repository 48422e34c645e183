using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

public sealed partial class SupplyDesk
{
    /// <summary>需求: a new need of the actor's group.</summary>
    /// <param name="community">The one named in the message; null: the one the asker joined.</param>
    public async Task<AskResult> AskAsync(
        Actor who,
        IReadOnlyList<Item> items,
        Community? community = null,
        bool urgent = false,
        When? by = null,
        string? sourceMessage = null
    )
    {
        if (who.Group is not { } group)
            return new(SupplyRefusal.WhichGroup);
        if (Fault(items) is var fault and not SupplyRefusal.None)
            return new(fault);
        var need = new Need
        {
            Number = await Numbers.NextAsync<Need>(db, each => each.Number),
            Group = group,
            AskedBy = who.Person,
            AskedAt = Now,
            LastActAt = Now,
            Community = community ?? await OwnCommunityAsync(who.Person),
            Urgent = urgent,
            NeededBy = by?.ToString(),
            SourceMessage = sourceMessage,
        };
        need.Lines.AddRange(items.Select((item, position) => Fill(new NeedLine { Need = need }, item, position)));
        var repeat = await RepeatOfAsync(need);
        db.Needs.Add(need);
        schedule.PlanAsked(need, Now);
        return new(SupplyRefusal.None, need, repeat);
    }

    /// <summary>Puts a repeated need into the one it repeats and cancels it: a line said twice in the same amount counts once, other amounts are added up.</summary>
    public async Task<ActResult> MergeAsync(int number, int into, Actor who)
    {
        var repeat = await OwnAsync(number, who);
        if (repeat is not { Done: true, Need: { } from })
            return repeat;
        if (from.IsTouched())
            return new(SupplyRefusal.AlreadyClaimed, from);
        var kept = await OpenAsync(into, who);
        if (kept is not { Done: true, Need: { } to })
            return kept;
        if (number == into || from.GroupId != to.GroupId)
            return new(SupplyRefusal.CannotMerge, to);
        foreach (var line in from.Lines.InOrder())
            AddLine(to, line);
        to.Urgent |= from.Urgent;
        from.MergedInto = to.Number;
        Cancel(from, who);
        Act(to);
        return kept;
    }

    /// <summary>The asker changed the message: while nothing is claimed the record follows; else the bot asks with these figures.</summary>
    public async Task<EditResult> EditAsync(
        int number,
        Actor who,
        IReadOnlyList<Item> items,
        Community? community = null,
        bool urgent = false,
        When? by = null
    )
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return new(found.Refusal, found.Need);
        if (Fault(items) is var fault and not SupplyRefusal.None)
            return new(fault, need);
        if (need.IsTouched())
            return Grown(need, items);
        Replace(need, items);
        need.Community = community ?? need.Community;
        need.Urgent = urgent;
        need.NeededBy = by?.ToString();
        need.Version++;
        return new(SupplyRefusal.None, need);
    }

    /// <summary>By when it is needed, said after it was asked for.</summary>
    public async Task<ActResult> SetNeededByAsync(int number, Actor who, When by)
    {
        var found = await OwnAsync(number, who);
        if (found is { Done: true, Need: { } need })
        {
            need.NeededBy = by.ToString();
            Act(need);
        }

        return found;
    }

    /// <summary>Whose it is, said after it was asked for.</summary>
    public async Task<ActResult> SetCommunityAsync(int number, Actor who, Community community)
    {
        var found = await OwnAsync(number, who);
        if (found is { Done: true, Need: { } need })
        {
            need.Community = community;
            Act(need);
        }

        return found;
    }

    /// <summary>[加]: so much more of a line of which something is already claimed.</summary>
    public async Task<ActResult> AddToLineAsync(int number, Actor who, decimal quantity, string? named = null)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Need: { } need })
            return found;
        var choice = LineChoice.Choose(need, quantity, named, _ => MostQuantity);
        if (!choice.Done)
            return choice;
        foreach (var share in choice.Shares)
            share.Line.Quantity += share.Quantity;
        need.Version++;
        return choice;
    }

    private static SupplyRefusal Fault(IReadOnlyList<Item> items)
    {
        if (items.Count == 0 || items.Any(item => Folded.Key(item.Name).Length == 0))
            return SupplyRefusal.NoItems;
        return items.All(item => item.Quantity is > 0 and <= MostQuantity) ? SupplyRefusal.None : SupplyRefusal.BadQuantity;
    }

    private static NeedLine Fill(NeedLine line, Item item, int position)
    {
        line.Position = position;
        line.Item = item.Name;
        line.ItemKey = Folded.Key(item.Name);
        line.Quantity = item.Quantity!.Value;
        line.Unit = item.Unit;
        line.About = item.Hedge == Hedge.About;
        line.AtLeast = item.Hedge == Hedge.AtLeast;
        line.PackSize = item.PackSize;
        line.PackUnit = item.PackUnit;
        return line;
    }

    private async Task<Community?> OwnCommunityAsync(Person person) =>
        person.Community ?? (person.CommunityId is { } id ? await db.Communities.FindAsync(id) : null);

    private async Task<Need?> RepeatOfAsync(Need need)
    {
        if (need.Community is not { Id: > 0 } community || need.Group.Id == 0)
            return null;
        var keys = need.Lines.ConvertAll(line => line.ItemKey);
        return await db
            .Needs.Open()
            .OfGroup(need.Group.Id)
            .Where(open => open.CommunityId == community.Id && open.Lines.Any(line => keys.Contains(line.ItemKey)))
            .OrderByDescending(open => open.Number)
            .WithAll()
            .FirstOrDefaultAsync();
    }

    private static void AddLine(Need to, NeedLine line)
    {
        if (to.Lines.Find(each => each.ItemKey == line.ItemKey && each.Unit == line.Unit) is { } same)
            same.Quantity += same.Quantity == line.Quantity ? 0 : line.Quantity;
        else
            to.Lines.Add(Fill(new NeedLine { Need = to }, ItemOf(line), to.Lines.Count));
    }

    private static Item ItemOf(NeedLine line) =>
        new(line.Item, line.Quantity, line.Unit)
        {
            Hedge =
                line.About ? Hedge.About
                : line.AtLeast ? Hedge.AtLeast
                : Hedge.Exact,
            PackSize = line.PackSize,
            PackUnit = line.PackUnit,
        };

    private static EditResult Grown(Need need, IReadOnlyList<Item> items)
    {
        var changed = need
            .Lines.InOrder()
            .Select(line => (line, item: items.FirstOrDefault(item => Folded.Key(item.Name) == line.ItemKey)))
            .FirstOrDefault(pair => pair.item?.Quantity != pair.line.Quantity);
        if (changed.line is not { } line)
            return new(SupplyRefusal.AlreadyClaimed, need);
        var claimed = line.Quantity - line.LeftToClaim();
        var more = changed.item?.Quantity - line.Quantity;
        return new(SupplyRefusal.AlreadyClaimed, need, line, claimed, more > 0 ? more : null)
        {
            Became = IsOnlyNumber(need, items, line) ? changed.item?.Quantity : null,
        };
    }

    private static bool IsOnlyNumber(Need need, IReadOnlyList<Item> items, NeedLine changed) =>
        items.Count == need.Lines.Count
        && need.Lines.TrueForAll(line =>
            items.FirstOrDefault(item => Folded.Key(item.Name) == line.ItemKey) is { } item
            && (line == changed || item.Quantity == line.Quantity)
            && (item.Unit is null || item.Unit == line.Unit)
        );

    // Rows are kept where they can be: a claim given back long ago still points at its line.
    private void Replace(Need need, IReadOnlyList<Item> items)
    {
        var rows = need.Lines.OrderByDescending(line => line.Claims.Count).ToList();
        for (var position = 0; position < items.Count; position++)
        {
            if (position < rows.Count)
                Fill(rows[position], items[position], position);
            else
                need.Lines.Add(Fill(new NeedLine { Need = need }, items[position], position));
        }

        foreach (var line in rows.Skip(items.Count))
            Remove(line);
    }

    private void Remove(NeedLine line)
    {
        db.RemoveRange(line.Claims);
        db.Remove(line);
        line.Need.Lines.Remove(line);
    }
}
