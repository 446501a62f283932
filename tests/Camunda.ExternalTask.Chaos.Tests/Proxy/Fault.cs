namespace Camunda.ExternalTask.Chaos.Proxy;

/// <summary>What the proxy does to a request.</summary>
internal enum Fault
{
    /// <summary>The connection is reset before the engine sees the request.</summary>
    ResetBefore,

    /// <summary>The engine carries out the request, then the connection is reset.</summary>
    ResetAfter,

    /// <summary>The connection is closed in the middle of the body of the response.</summary>
    Truncated,

    /// <summary>The response arrives, its first bytes one per second.</summary>
    Drip,

    /// <summary>The request is accepted and never answered.</summary>
    BlackHole,

    /// <summary>The connection is closed in one direction without a response.</summary>
    HalfOpen,

    /// <summary>503 with HTML, without the engine.</summary>
    Unavailable,

    /// <summary>502 with HTML, although the engine has carried out the request.</summary>
    BadGateway,

    /// <summary>The response is sent twice on the same connection.</summary>
    Duplicated,

    /// <summary>The response is late by two seconds.</summary>
    Late,
}
