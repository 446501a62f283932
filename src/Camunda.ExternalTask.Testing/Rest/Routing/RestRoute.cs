namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>A method and a path, in which <c>*</c> matches any segment.</summary>
internal sealed class RestRoute(string method, string path, Func<RestRequest, ValueTask<RestResponse>> handle)
{
    private readonly string[] _parts = path.Split('/');

    public string Method => method;

    public string First => _parts[0];

    public int Count => _parts.Length;

    public bool Matches(string[] segments)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i] != "*" && _parts[i] != segments[i])
            {
                return false;
            }
        }

        return true;
    }

    public ValueTask<RestResponse> HandleAsync(RestRequest request) => handle(request);
}
