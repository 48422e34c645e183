using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>What was brought, in the private chat of who asked: signed for and counted there; it follows whatever comes of it.</summary>
public sealed class BroughtFace : IFace
{
    public static string Key(Need need) => $"brought:{need.Number}";

    public string Prefix => "brought";

    public async Task<Drawing?> DrawAsync(Canvas canvas)
    {
        var number = int.Parse(canvas.Id, CultureInfo.InvariantCulture);
        if (await canvas.Db.Needs.WithAll().FirstOrDefaultAsync(it => it.Number == number) is not { } need)
            return null;
        var goods = NeedText.Unsigned(need).ToList();
        return goods.Count > 0 ? await WaitingAsync(canvas, need, goods) : Settled(canvas, need);
    }

    private static async Task<Drawing> WaitingAsync(Canvas canvas, Need need, List<LineShare> goods)
    {
        var by = await Brought.LatestAsync(canvas.Db, goods.Select(it => it.Line));
        return new Drawing(
            canvas.Speech.Say("supplies.brought.told", need.Number, by, NeedText.Goods(goods)),
            [
                [
                    canvas.Button("supplies.button.signFor", $"!signed {need.Number}", NeedText.Shares(need, goods)),
                    canvas.Button("supplies.button.miscounted", $"!count {need.Number}"),
                ],
            ]
        );
    }

    private static Drawing Settled(Canvas canvas, Need need)
    {
        var signed = need.Lines.InOrder().Where(line => line.Received() > 0).Select(line => new LineShare(line, line.Received())).ToList();
        if (signed.Count == 0)
            return new Drawing(canvas.Speech.Say("supplies.brought.takenBack", need.Number), []);
        var words = canvas.Speech.Say("supplies.done.signed", need.Number, NeedText.Shares(need, signed));
        var rest = need.IsClosed() ? [] : NeedText.Rest(need);
        List<Button> buttons = [canvas.Button("supplies.button.changeReceived", $"!figure {need.Number} {Figure.Received}")];
        if (rest.Count > 0)
        {
            words += canvas.Speech.Say("supplies.brought.rest", NeedText.Shares(need, rest));
            buttons.Add(canvas.Button("supplies.button.enough", $"!enough {need.Number}"));
        }

        return new Drawing(words, [buttons]);
    }
}
