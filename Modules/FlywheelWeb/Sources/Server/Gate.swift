import HTTPTypes
public import People

/// What stands before every route: who somebody is, what refusals look like, and what keeps forms from being forged.
public struct Gate: Sendable {
    /// Who a request is from, `nil` for nobody. Throws for a credential that is there and wrong.
    public var identify: @Sendable (WebRequest) throws -> Viewer?
    /// Refuses what was sent by another site's page in somebody's name; called for unsafe requests to pages.
    public var requireOwnForm: @Sendable (WebRequest) throws -> Void
    /// Told of everybody who lacked a right.
    public var denied: @Sendable (WebRequest, Right) throws -> Void = { _, _ in }
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
            try admit(&request, to: route)
            if route.kind == .page, !request.isSafe { try requireOwnForm(request) }
            return try route.handler(request)
        } catch {
            return refusal(error, of: request, at: route)
        }
    }

    /// Why a request would not be let through to a route, by what stands before its body; `nil` where it would.
    public func refusal(of request: WebRequest, at route: Route) -> WebReply? {
        var request = request
        do {
            try admit(&request, to: route)
            return nil
        } catch {
            return refusal(error, of: request, at: route)
        }
    }

    /// A refusal of what came with a request, before its handler saw it.
    func refuse(_ problem: Problem, _ request: WebRequest, at route: Route) -> WebReply {
        var request = request
        request.viewer = try? identify(request)
        return refusal(problem, of: request, at: route)
    }

    /// A refusal where no route is: a page for browsers, but for the addresses of programs.
    func refuse(_ problem: Problem, nowhere request: WebRequest) -> WebReply {
        let accepts = request.headers[.accept] ?? ""
        guard accepts.contains("text/html"), !request.path.hasPrefix("/api/") else {
            return problem.reply(request: request.id)
        }
        var request = request
        request.viewer = try? identify(request)
        return page(problem, request)
    }

    /// A refusal of a form that is none the route takes; whose form it is comes first.
    func refuse(_ problem: Problem, form request: WebRequest, at route: Route) -> WebReply {
        var request = request
        do {
            try admit(&request, to: route)
            try requireOwnForm(request)
        } catch {
            return refusal(error, of: request, at: route)
        }
        return refusal(problem, of: request, at: route)
    }

    /// Whether a form is one's own is seen in its body, and asked later.
    private func admit(_ request: inout WebRequest, to route: Route) throws {
        request.viewer = try identify(request)
        try requireEntry(of: request, to: route)
    }

    private func refusal(_ error: any Error, of request: WebRequest, at route: Route) -> WebReply {
        let problem = error as? Problem ?? explain(error, request)
        return switch route.kind {
        case .api: problem.reply(request: request.id)
        case .page: page(problem, request)
        }
    }

    private func requireEntry(of request: WebRequest, to route: Route) throws {
        let viewer = request.viewer
        switch route.entry {
        case .everyone: return
        case .signedIn: if viewer == nil { throw Problem.notSignedIn }
        case .right(let right):
            guard let viewer else { throw Problem.notSignedIn }
            guard viewer.may(right) else {
                try denied(request, right)
                throw Problem.notAllowed(right.rawValue)
            }
        }
    }
}
