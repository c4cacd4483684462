public import People

/// What stands before every route: who somebody is, what refusals look like, and what keeps forms from being forged.
public struct Gate: Sendable {
    /// Who a request is from, `nil` for nobody. Throws for a credential that is there and wrong.
    public var identify: @Sendable (WebRequest) throws -> Viewer?
    /// Refuses what was sent by another site's page in somebody's name; called for unsafe requests to pages.
    public var requireOwnForm: @Sendable (WebRequest) throws -> Void
    /// Puts any error into a problem.
    public var explain: @Sendable (any Error, WebRequest) -> Problem
    /// A refusal as people see it.
    public var page: @Sendable (Problem, WebRequest) -> WebReply

    /// A gate of these four answers.
    public init(
        identify: @escaping @Sendable (WebRequest) throws -> Viewer?,
        requireOwnForm: @escaping @Sendable (WebRequest) throws -> Void,
        explain: @escaping @Sendable (any Error, WebRequest) -> Problem,
        page: @escaping @Sendable (Problem, WebRequest) -> WebReply
    ) {
        self.identify = identify
        self.requireOwnForm = requireOwnForm
        self.explain = explain
        self.page = page
    }

    /// Lets a request through to a route, or says why not.
    public func answer(_ request: WebRequest, at route: Route) -> WebReply {
        var request = request
        do {
            request.viewer = try identify(request)
            try requireEntry(of: request.viewer, to: route)
            if route.kind == .page, !request.isSafe { try requireOwnForm(request) }
            return try route.handler(request)
        } catch {
            let problem = error as? Problem ?? explain(error, request)
            switch route.kind {
            case .api: return problem.reply(request: request.id)
            case .page: return page(problem, request)
            }
        }
    }

    private func requireEntry(of viewer: Viewer?, to route: Route) throws(Problem) {
        switch route.entry {
        case .everyone: return
        case .signedIn: if viewer == nil { throw .notSignedIn }
        case .right(let right):
            guard let viewer else { throw .notSignedIn }
            guard viewer.may(right) else { throw .notAllowed(right.rawValue) }
        }
    }
}
