namespace MutualAid.Bot.Host;

/// <summary>Which listener an endpoint belongs to; on the other it does not exist.</summary>
public enum Listener
{
    Public,
    Console,
}

public static class Listeners
{
    /// <summary>Marks endpoints; those without a mark belong to the console, the safer side.</summary>
    public static T On<T>(this T endpoints, Listener listener)
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(new Mark(listener));

    /// <summary>The mark of an endpoint; null: none.</summary>
    public static Listener? Of(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Mark>()?.Listener;

    /// <summary>Refuses what belongs to the other listener, by the port the connection came in on, never by the Host header.</summary>
    public static void UseListeners(this WebApplication app, Settings settings) =>
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint() is not { } endpoint || Serves(endpoint, context, settings))
                    return next(context);
                context.SetEndpoint(null);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

    internal static bool Serves(Endpoint endpoint, HttpContext context, Settings settings)
    {
        var port = Of(endpoint) == Listener.Public ? settings.PublicListen.Port : settings.ConsoleListen.Port;
        return context.Connection.LocalPort == port;
    }

    private sealed record Mark(Listener Listener);
}
