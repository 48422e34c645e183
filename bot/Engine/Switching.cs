namespace MutualAid.Bot.Engine;

/// <summary>What a switch of 设置 does when it is pressed: its message says how it stands now.</summary>
internal static class Switching
{
    /// <param name="since">Since when it stands as <paramref name="kept"/> says; null: it does not.</param>
    /// <param name="kept">The position that is kept as a moment: "on" or "off".</param>
    /// <returns>The new <paramref name="since"/>; pressed twice, the first moment stays.</returns>
    public static DateTime? Switch(this Turn turn, DateTime? since, string kept, string onKey, string offKey)
    {
        var on = turn.Meaning.Rest == "on";
        turn.EditPressed(turn.Speech.Say(on ? onKey : offKey));
        turn.Toast("");
        return on == (kept == "on") ? since ?? turn.Now : null;
    }
}
