using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Communities;
using MutualAid.Core.Language;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>An edit of the message that asked: the record follows while nothing of it is claimed, else the bot asks. No other edit does anything, and who edits an order is told.</summary>
[Command("!edited")]
public sealed class EditedCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var source = turn.Message.MessageId;
        var need = await turn.Db.Needs.FirstOrDefaultAsync(it =>
            it.SourceMessage == source && it.Group.Channel == turn.Message.Place.Channel && it.Group.ExternalId == turn.Message.Place.ChatId
        );
        if (need is null && Hearing.IsCorrectedOrder(turn.Message, turn.LocalNow))
            turn.Refuse("engine.editedOrder", turn.Message.Text);
        if (need is null || need.AskedById != turn.From.Id)
            return;
        var meaning = Reader.Read(turn.Message.Text, new ReadingContext(turn.LocalNow, Addressed: true));
        var items = await ItemsAsync(turn, meaning, need.Id);
        if (items.Count == 0)
            return;
        var community = meaning.Community is { } name ? await new CommunityDesk(turn.Db, turn.Clock).NamedAsync(name) : null;
        var edited = await new SupplyDesk(turn.Db, turn.Clock).EditAsync(
            need.Number,
            turn.Actor(),
            items,
            community,
            meaning.Urgent || (meaning.IsNothing && need.Urgent),
            NeedTime.Sure(meaning, turn.LocalNow)
        );
        if (edited is { Refusal: SupplyRefusal.AlreadyClaimed, Line: { } line, Claimed: { } taken, More: { } more })
        {
            turn.ReplyWith(
                turn.Speech.Say("supplies.edit.addMore", need.Number, taken, more, line.Unit),
                [
                    [
                        turn.Answering(
                            turn.Speech.Plain("supplies.button.add"),
                            $"!add {need.Number} {line.Position} {NeedText.Number(more)}"
                        ),
                        turn.Answering(turn.Speech.Plain("supplies.button.dontAdd"), "!dismiss"),
                    ],
                ]
            );
        }
        else if (edited.Refusal == SupplyRefusal.None)
        {
            turn.Redraw(NeedFace.Key(need));
            turn.Redraw(BoardFace.Key(turn.Group!));
            turn.Meaning = meaning;
            NeedTime.Clear(turn, need);
        }
        else if (edited is { Need: { } claimed, Line: { } only, Became: { } became })
        {
            await Corrections.SetAsync(turn, claimed, new Correctable(Figure.Asked, only, only.Quantity), became);
        }
        else if (edited.Refusal == SupplyRefusal.AlreadyClaimed)
        {
            turn.RefuseWith(
                turn.Speech.Say("supplies.refusal.AlreadyClaimed", need.Number),
                [
                    [turn.Answering(turn.Speech.Plain("supplies.button.changeAsked"), $"!figure {need.Number} {Figure.Asked}")],
                ]
            );
        }
        else
        {
            turn.Refuse($"supplies.refusal.{edited.Refusal}", need.Number);
        }
    }

    // The message may have been only the answer to a question: 二百个 edited to 三百个.
    private static async Task<IReadOnlyList<Item>> ItemsAsync(Turn turn, Meaning meaning, long needId)
    {
        if (meaning.Intent == "need" && meaning.Items.Count > 0)
            return meaning.Items.All(item => item.Quantity is not null) ? meaning.Items : [];
        if (Quantities.Read(turn.Message.Text) is not { Value: { } value } amount)
            return [];
        var lines = await turn.Db.NeedLines.Where(line => line.NeedId == needId).ToListAsync();
        return lines is [var only] ? [new Item(only.Item, value, amount.Unit ?? only.Unit)] : [];
    }
}

/// <summary>[加]: so much more of a line that is already claimed.</summary>
[Command("!add")]
public sealed class AddCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await ButtonLine.ReadAsync(turn, turn.Meaning.Rest) is not { } it)
            return;
        var result = await new SupplyDesk(turn.Db, turn.Clock).AddToLineAsync(it.Number, turn.Actor(), it.Quantity, it.Line.Item);
        if (result.Done)
            Act.Show(turn, "changed", result);
        else
            turn.Refuse(result, turn.Speech.Plain("supplies.word.need"), "/need", it.Number);
        turn.RemovePressed();
    }
}

/// <summary>[不加], [都留着]: the question goes away.</summary>
[Command("!dismiss")]
public sealed class DismissCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        turn.RemovePressed();
        return Task.CompletedTask;
    }
}

/// <summary>[并到 #3]: a repeated need becomes part of the open one.</summary>
[Command("!merge")]
public sealed class MergeCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var numbers = turn.Meaning.Rest.Split(' ').Select(text => int.TryParse(text, out var number) ? number : 0).ToArray();
        var result = await new SupplyDesk(turn.Db, turn.Clock).MergeAsync(numbers[0], numbers[1], turn.Actor());
        if (result.Done)
        {
            Act.Show(turn, "merged", result);
            turn.Redraw($"need:{numbers[0]}");
        }
        else
        {
            turn.Refuse(result, turn.Speech.Plain("supplies.word.need"), "/need", numbers[1]);
        }

        turn.RemovePressed();
    }
}

/// <summary>An act on one line of several, as a button says it: by the line's place.</summary>
[Command("!line")]
public sealed class LineCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var verb = turn.Meaning.Rest.Split(' ')[0];
        if (await ButtonLine.ReadAsync(turn, turn.Meaning.Rest[(verb.Length + 1)..]) is not { } it)
            return;
        turn.Meaning = turn.Meaning with { Quantity = it.Quantity };
        await Act.RunAsync(
            turn.About(it.Number),
            verb,
            async (desk, number) =>
            {
                var result = await DoAsync(turn, desk, verb, it);
                // It was one offer: done, it is no longer one.
                if (result.Done)
                    turn.RemovePressed();
                return result;
            }
        );
    }

    private static async Task<ActResult> DoAsync(Turn turn, SupplyDesk desk, string verb, ButtonLine it)
    {
        if (verb != "claim")
            return verb switch
            {
                "delivered" => await desk.DeliverAsync(it.Number, turn.Actor(), it.Quantity, it.Line.Item),
                "received" => await desk.ReceiveAsync(it.Number, turn.Actor(), it.Quantity, it.Line.Item),
                _ => await desk.ReleaseAsync(it.Number, turn.Actor(), it.Quantity, it.Line.Item),
            };
        var result = await desk.ClaimAsync(it.Number, turn.Actor(), it.Quantity, it.Line.Item);
        if (result.Done)
            await DropOff.TellClaimerAsync(turn, result.Need!);
        return result;
    }
}

/// <summary>"31 0 40": need, line and amount as buttons write them.</summary>
internal sealed record ButtonLine(int Number, NeedLine Line, decimal Quantity)
{
    public static async Task<ButtonLine?> ReadAsync(Turn turn, string text)
    {
        var parts = text.Split(' ');
        var number = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        var position = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        var line = await turn.Db.NeedLines.FirstOrDefaultAsync(it => it.Need.Number == number && it.Position == position);
        return line is null
            ? null
            : new ButtonLine(number, line, decimal.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
    }
}
