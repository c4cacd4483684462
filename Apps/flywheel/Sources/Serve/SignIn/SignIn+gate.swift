import FlywheelWeb
import HTTPTypes
import People
import WebPages

extension SignIn {
    /// Who a request is from: an API token counts before a cookie.
    func viewer(of request: WebRequest) throws -> Viewer? {
        if let line = request.headers[.authorization] {
            let parts = line.split(separator: " ")
            guard parts.count == 2, parts[0].lowercased() == "bearer",
                let viewer = try desk.viewer(token: String(parts[1]), from: visit(request))
            else {
                throw Problem(
                    .unauthorized, "wrong-credential", "the token is none, was revoked, or its time is over",
                    help: "send Authorization: Bearer and a token as flywheel people issue shows it",
                    headers: [.wwwAuthenticate: "Bearer realm=\"flywheel\", error=\"invalid_token\""])
            }
            return viewer
        }
        guard let reference = cookie.reference(in: request), let viewer = try desk.viewer(reference: reference) else {
            return nil
        }
        // The gate asks for the form's token at pages; a script of ours that uses the API brings it too.
        if request.path.hasPrefix("/api/"), !request.isSafe { try requireOwnForm(request, of: viewer) }
        return viewer
    }

    /// Refuses what another site's page sent in somebody's name. Browsers say where a form comes from; a form of our own
    /// carries a token that only pages of this sign-in have.
    func requireOwnForm(_ request: WebRequest, of viewer: Viewer?) throws(Problem) {
        if case .token = viewer?.credential { return }
        guard isFromHere(request) else { throw Self.otherForm }
        guard viewer != nil else { return }
        guard let reference = cookie.reference(in: request),
            let token = request.headers[.formToken] ?? request.form[Form.tokenField],
            FormToken.isRight(token, reference: reference)
        else { throw Self.otherForm }
    }

    /// What the forms of this sign-in carry; `nil` where nobody has signed in.
    func formToken(for request: WebRequest) -> String? {
        guard case .session = request.viewer?.credential else { return nil }
        return cookie.reference(in: request).map { FormToken.make(reference: $0) }
    }

    private func isFromHere(_ request: WebRequest) -> Bool {
        if let site = request.headers[.fetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        let host = origin.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2).first
        return host.map(String.init) == request.host
    }

    /// The form is of another sign-in, or of another site's page.
    static let otherForm = Problem(
        .forbidden, "other-form", "the form was not sent by a page of this sign-in; nothing was changed",
        help: "load the page again, and send it from there")
}
