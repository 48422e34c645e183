namespace MutualAid.Bot.Host;

/// <summary>The program begins anew in the same process, with the settings as they are then.</summary>
internal sealed class Restart(IHostApplicationLifetime lifetime)
{
    public bool IsAsked { get; private set; }

    public void Ask()
    {
        IsAsked = true;
        lifetime.StopApplication();
    }
}
