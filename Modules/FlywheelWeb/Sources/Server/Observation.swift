/// How one request went, for logs and figures: what was asked in terms of routes, never what was sent.
public struct Observation: Sendable {
    /// Names the request, in its answer too.
    public let id: String
    /// Such as `GET`.
    public let method: String
    /// The route's path with its braces, so that no id and no query stands in it.
    public let route: String
    /// The reply's status.
    public let status: Int
    /// From the whole request to the reply's beginning.
    public let duration: Duration
}
