import FlywheelStore
import FlywheelWeb
import HTTPTypes
import OpenID
import People
import WebPages

/// Coming in by an identity provider.
extension SignIn {
    func providerDoors(in pages: Pages) -> [Route] {
        guard let provider else { return [] }
        return [
            Route(.page, .get, "/oidc/start", for: .everyone) { _ in
                let attempt = OpenIDAttempt(secret: Chance.system.secret())
                var reply = WebReply.seeOther(try Waiting.finish { try await provider.address(for: attempt) })
                reply.headers[.setCookie] = cookie.keepingAttempt(attempt.secret)
                return reply
            },
            Route(.page, .get, "/oidc/callback", for: .everyone) { request in
                try comeBack(try PageVisit(request, in: pages), by: provider)
            },
        ]
    }

    /// Whoever is signed in links the identity to themselves; whoever is not signs in by it.
    private func comeBack(_ visit: PageVisit, by provider: OpenIDClient) throws -> WebReply {
        let request = visit.request
        let query = Dictionary(
            request.query.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let attempt = request.cookie(cookie.attemptName).map(OpenIDAttempt.init(secret:))
        let found = try Waiting.finish { try await provider.identity(returning: query, attempt: attempt) }
        let identity = PersonRecord.Identity(issuer: found.issuer, subject: found.subject)
        var reply: WebReply
        if let viewer = request.viewer {
            _ = try desk.link(
                viewer.name, to: identity, by: Actor(.person, viewer.name), from: self.visit(request))
            reply = .seeOther("/settings/security")
        } else {
            reply = opened(try signIn(as: identity, request), visit)
        }
        reply.headers.append(HTTPField(name: .setCookie, value: cookie.keepingAttempt("")))
        return reply
    }

    private func signIn(as identity: PersonRecord.Identity, _ request: WebRequest) throws -> SignedIn {
        do {
            return try desk.signIn(as: identity, from: visit(request), replacing: cookie.reference(in: request))
        } catch PeopleError.wrong {
            // They have shown who they are; what is missing is that somebody here says it is them.
            throw Problem(
                .forbidden, "identity-provider", "nobody who may come in is known by this identity",
                help: "sign in by password, and link it under /settings/security")
        }
    }
}

extension Problem {
    /// Why nobody came in by the identity provider: it failed, or what it or the browser brought does not hold.
    init(_ error: OpenIDError) {
        let status: HTTPResponse.Status = if case .provider = error { .badGateway } else { .forbidden }
        self.init(status, "identity-provider", error.description, help: "begin again at /sign-in")
    }
}
