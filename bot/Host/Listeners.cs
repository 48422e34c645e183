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

    /// <summary>Refuses what belongs to the other listener, by the port the connection came in on, never by the Host header.</summary>
    public static void UseListeners(this WebApplication app, Settings settings) =>
        app.Use(
            (context, next) =>
            {
                var listener = context.GetEndpoint()?.Metadata.GetMetadata<Mark>()?.Listener ?? Listener.Console;
                var port = listener == Listener.Public ? settings.PublicListen.Port : settings.ConsoleListen.Port;
                // A test host without sockets has no port.
                if (context.GetEndpoint() is null || context.Connection.LocalPort == port)
                    return next(context);
                context.SetEndpoint(null);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

    private sealed record Mark(Listener Listener);
}
