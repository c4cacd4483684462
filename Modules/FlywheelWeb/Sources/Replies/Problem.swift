public import HTTPTypes
import Texts

/// Why a request was refused or failed, as `application/problem+json` (RFC 9457).
public struct Problem: Error, Hashable, Sendable {
    /// The HTTP status.
    public var status: HTTPResponse.Status
    /// A word that programs can go by; it never changes its meaning.
    public var code: String
    /// What was found, and what was expected.
    public var detail: String
    /// One way on; `nil` where there is none.
    public var help: String?
    /// The part of the request that is meant, such as `query.tier`.
    public var place: String?
    /// Further headers of the reply, such as `Retry-After` or `Allow`.
    public var headers: HTTPFields

    /// A refusal with its parts.
    public init(
        _ status: HTTPResponse.Status, _ code: String, _ detail: String, help: String? = nil, place: String? = nil,
        headers: HTTPFields = [:]
    ) {
        self.status = status
        self.code = code
        self.detail = detail
        self.help = help
        self.place = place
        self.headers = headers
    }

    /// The members of the document in their order. `type` is a relative reference to the page that explains the code.
    public func members(request id: String) -> [(name: String, value: String?)] {
        [
            ("type", "/help/errors/\(code)"), ("title", status.reasonPhrase), ("status", nil), ("code", code),
            ("detail", detail), ("help", help), ("place", place), ("request", id),
        ]
    }

    /// The document.
    public func reply(request id: String) -> WebReply {
        let members = members(request: id).map { name, value in
            (name, name == "status" ? .number(String(status.code)) : value.map(JSONText.text) ?? .null)
        }
        var reply = WebReply(status, type: "application/problem+json", JSONText.object(members).line)
        reply.headers.append(contentsOf: headers)
        return reply
    }
}

extension Problem {
    /// Nobody has signed in.
    public static let notSignedIn = Problem(
        .unauthorized, "not-signed-in", "nobody has signed in", help: "sign in, or send a token: Authorization: Bearer",
        headers: [.wwwAuthenticate: "Bearer realm=\"flywheel\""])
    /// There is nothing at the address.
    public static let notFound = Problem(.notFound, "not-found", "there is nothing at this address")

    /// Somebody is not let do something.
    public static func notAllowed(_ what: String) -> Problem {
        Problem(.forbidden, "not-allowed", "the right to \(what) is missing", help: "ask an administrator for it")
    }
}
