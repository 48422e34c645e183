using MutualAid.Core.Groups;

namespace MutualAid.Core.Classes;

public sealed partial class ClassDesk
{
    private const int LongestBio = 500;

    /// <summary>改名额: new places are offered to those who wait, in their order; fewer send nobody away.</summary>
    /// <param name="places">Null: any number.</param>
    /// <returns>Those who need not wait any longer, because everybody may come.</returns>
    public async Task<ClassResult> ResizeAsync(int number, Actor who, int? places)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        if (places is < 1 or > MostPlaces)
            return new(ClassRefusal.BadPlaces, it);
        it.Places = places;
        it.Version++;
        if (places is null)
            return found with { SignUps = PlaceAll(it) };
        if (it.Waiting().Count > 0)
            await plan.OfferAsync(it, $"places{it.Version}", Now);
        return found;
    }

    /// <summary>Who the speaker is.</summary>
    public async Task<ClassResult> DescribeAsync(int number, Actor who, string bio)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        if (bio.Trim() is not { Length: > 0 and <= LongestBio } text)
            return new(ClassRefusal.BadText, it);
        it.Bio = text;
        it.Version++;
        return found;
    }

    /// <summary>The picture that goes with it.</summary>
    public async Task<ClassResult> IllustrateAsync(int number, Actor who, string poster, string channel)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Class: { } it })
            return found;
        (it.Poster, it.PosterChannel) = (poster, channel);
        it.Version++;
        return found;
    }

    private IReadOnlyList<SignUp> PlaceAll(Class it)
    {
        var placed = it.Waiting();
        foreach (var signUp in placed)
            signUp.PlacedAt = Now;
        return placed;
    }
}
