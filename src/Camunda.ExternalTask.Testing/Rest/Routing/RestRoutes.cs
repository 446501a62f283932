namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>The table of routes. If several routes match, the first one added is used.</summary>
internal sealed class RestRoutes
{
    private readonly Dictionary<(string First, int Count), List<RestRoute>> _routes = [];

    public void Add(string method, string path, Func<RestRequest, RestResponse> handle) =>
        Add(method, path, request => new ValueTask<RestResponse>(handle(request)));

    public void Add(string method, string path, Func<RestRequest, ValueTask<RestResponse>> handle)
    {
        var route = new RestRoute(method, path, handle);
        if (!_routes.TryGetValue((route.First, route.Count), out var routes))
        {
            _routes.Add((route.First, route.Count), routes = []);
        }

        routes.Add(route);
    }

    /// <summary>Finds a route; if there is none, tells whether the path exists with another method.</summary>
    public RestRoute? Find(string method, string[] segments, out bool pathExists)
    {
        pathExists = false;
        if (segments is [] || !_routes.TryGetValue((segments[0], segments.Length), out var routes))
        {
            return null;
        }

        foreach (var route in routes)
        {
            if (route.Matches(segments))
            {
                if (route.Method == method)
                {
                    return route;
                }

                pathExists = true;
            }
        }

        return null;
    }
}
