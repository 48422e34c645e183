using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Faults.Kills;

/// <summary>Twenty members in four groups who ask, claim, deliver, sign and look things up.</summary>
internal sealed class Crowd
{
    private const int Groups = 4;
    private const int People = 20;
    private const int MostOpen = 6;

    private readonly Random chance;
    private readonly List<(FakeChat Group, List<FakePerson> People)> groups = [];

    public Crowd(FakeTelegramServer telegram, int seed)
    {
        chance = new Random(seed);
        telegram.PrivacyMode = false;
        var people = Enumerable.Range(1, People).Select(number => telegram.AddPerson($"邻居{number}")).ToList();
        for (var number = 0; number < Groups; number++)
        {
            var group = telegram.AddGroup($"{number + 1}群");
            var members = people.Where((_, at) => at % Groups == number).ToList();
            members.ForEach(person => group.With(person));
            groups.Add((group, members));
        }
    }

    public List<Story> Stories { get; } = [];

    /// <summary>Questions in private, each to be answered once.</summary>
    public List<FakeMessage> Questions { get; } = [];

    public void Act()
    {
        var (group, people) = groups[chance.Next(groups.Count)];
        var open = Stories.Where(story => story.Group == group && !story.IsOver).ToList();
        if (chance.Next(4) == 0)
            Questions.Add(people[chance.Next(people.Count)].Whispers("需求列表"));
        else if (chance.Next(3) > 0 && open.OrderBy(_ => chance.Next()).Any(story => story.Act(chance, people)))
            return;
        else if (open.Count < MostOpen)
            Ask(group, people[chance.Next(people.Count)]);
    }

    private void Ask(FakeChat group, FakePerson asker)
    {
        var story = new Story(1001 + Stories.Count, group, asker);
        Stories.Add(story);
        asker.Says(group, $"需求 {story.Goods}");
    }
}
