import FlywheelStore
import FlywheelWeb
import HTTPTypes
import OpenID
import People
import WebPages

/// Coming in by an identity provider, and saying who one is to it.
extension SignIn {
    func providerDoors(in pages: Pages) -> [Route] {
        guard let provider else { return [] }
        return [
            Route(.page, .get, "/oidc/start", for: .everyone) { _ in
                let attempt = OpenIDAttempt(secret: Chance.system.secret())
                var reply = WebReply.seeOther(try Waiting.finish { try await provider.address(for: attempt) })
                reply.headers[.setCookie] = cookie.keeping(attempt)
                return reply
            },
            Route(.page, .get, "/oidc/callback", for: .everyone) { request in
                try comeBack(try PageVisit(request, in: pages), by: provider)
            },
            pages.post("/settings/security/provider", for: .signedIn) { try beginLink($0, to: provider) },
            pages.post("/settings/security/provider/remove", for: .signedIn) { visit in
                try visit.answering({ try securityPageContent(visit, $0) }, at: "provider") {
                    try desk.unlink(
                        try visit.signedIn, password: visit.request.form["provider"] ?? "",
                        from: self.visit(visit.request))
                    return .seeOther("/settings/security")
                }
            },
        ]
    }

    /// The way to the provider, for somebody who gave their password: a link, since no form of ours may lead off this server.
    private func beginLink(_ visit: PageVisit, to provider: OpenIDClient) throws -> WebReply {
        try visit.answering({ try securityPageContent(visit, $0) }, at: "provider") {
            let attempt = OpenIDAttempt(secret: Chance.system.secret())
            let permit = try desk.permitLink(
                of: try visit.signedIn, password: visit.request.form["provider"] ?? "", attempt: attempt.secret,
                from: self.visit(visit.request))
            let address = try Waiting.finish { try await provider.address(for: attempt) }
            var reply = visit.reply(try securityPageContent(visit, wayOn: address))
            reply.headers[.setCookie] = cookie.keeping(attempt, permit: permit)
            return reply
        }
    }

    /// Whoever asked for it with their password links the identity to themselves; whoever did not signs in by it.
    private func comeBack(_ visit: PageVisit, by provider: OpenIDClient) throws -> WebReply {
        let request = visit.request
        let query = Dictionary(
            request.query.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let (attempt, permit) = cookie.attempt(in: request)
        let found = try Waiting.finish { try await provider.identity(returning: query, attempt: attempt) }
        let identity = PersonRecord.Identity(issuer: found.issuer, subject: found.subject)
        var reply: WebReply
        if let permit, let attempt {
            try link(identity, permit: permit, attempt: attempt, try visit.viewer, request)
            reply = .seeOther("/settings/security")
        } else {
            reply = opened(try signIn(as: identity, request), visit)
        }
        reply.headers.append(HTTPField(name: .setCookie, value: cookie.forgettingAttempt))
        return reply
    }

    private func link(
        _ identity: PersonRecord.Identity, permit: String, attempt: OpenIDAttempt, _ viewer: Viewer,
        _ request: WebRequest
    ) throws {
        do {
            _ = try desk.link(
                viewer.name, to: identity, permit: permit, attempt: attempt.secret, from: visit(request))
        } catch PeopleError.wrong {
            throw Problem(
                .forbidden, "identity-provider", "this was not begun by whoever is signed in now",
                help: "begin again under /settings/security")
        }
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
