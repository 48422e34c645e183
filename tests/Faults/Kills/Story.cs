using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Faults.Kills;

/// <summary>One need from asking to receipt, told by its people; its quantity is its mark, nobody else says that number.</summary>
internal sealed class Story(int mark, FakeChat group, FakePerson asker)
{
    public int Mark => mark;
    public FakeChat Group => group;
    public FakePerson Asker => asker;
    public FakePerson? Claimer { get; private set; }
    public bool Delivered { get; private set; }
    public bool Received { get; private set; }
    public bool IsOver => Received;

    public string Goods => $"口罩 {mark}个";

    /// <summary>Its card as people see it now; the newest, should there be a repeat.</summary>
    public FakeMessage? Card => group.BotMessages.LastOrDefault(message => message.Text.Contains(Goods, StringComparison.Ordinal));

    /// <summary>The next act, if people can see by the card that the one before has taken effect.</summary>
    public bool Act(Random chance, IReadOnlyList<FakePerson> people)
    {
        if (Card is not { } card)
            return false;
        var labels = card.Buttons.SelectMany(row => row).Select(button => button.Label).ToList();
        if (Claimer is null && labels.Contains("认领"))
        {
            Claimer = people[chance.Next(people.Count)];
            Say(chance, Claimer, card, "认领", "认领");
        }
        else if (!Delivered && labels.Contains("送到了"))
        {
            Delivered = true;
            Say(chance, Claimer!, card, "送到了", "送达");
        }
        else if (Delivered && !Received && labels.Contains("签收"))
        {
            Received = true;
            Say(chance, asker, card, "签收", "签收");
        }
        else
            return false;
        return true;
    }

    private static void Say(Random chance, FakePerson person, FakeMessage card, string label, string word)
    {
        if (chance.Next(2) == 0)
            person.Presses(card, label);
        else
            person.Says(card.Chat, $"{word} {Number(card)}");
    }

    private static string Number(FakeMessage card) =>
        string.Concat(card.Text[(card.Text.IndexOf('#', StringComparison.Ordinal) + 1)..].TakeWhile(char.IsAsciiDigit));
}
