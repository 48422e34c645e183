using Microsoft.AspNetCore.Routing.Matching;

namespace MutualAid.Bot.Host;

/// <summary>Both listeners have a page at <c>/</c>: only what belongs to the port that the connection came in on is a candidate.</summary>
internal sealed class ListenerPolicy(Settings settings) : MatcherPolicy, IEndpointSelectorPolicy
{
    // After the policy that loads pages, before the one that answers 405.
    public override int Order => -2000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && !Listeners.Serves(candidates[i].Endpoint, httpContext, settings))
                candidates.SetValidity(i, false);
        }

        return Task.CompletedTask;
    }
}
