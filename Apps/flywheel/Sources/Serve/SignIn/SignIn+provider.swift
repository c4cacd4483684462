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
            reply = opened(
                try desk.signIn(
                    as: identity, from: self.visit(request), replacing: cookie.reference(in: request)), visit)
        }
        reply.headers.append(HTTPField(name: .setCookie, value: cookie.keepingAttempt("")))
        return reply
    }
}
