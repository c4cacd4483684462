public import HTTPTypes

/// What a handler answers.
public struct WebReply: Sendable {
    /// What follows the headers.
    public enum Body: Sendable {
        case bytes([UInt8])
        /// Asked for the next piece whenever the reader has taken the last one, until there is none.
        case stream(@Sendable () async throws -> [UInt8]?)
    }

    /// How it went.
    public var status: HTTPResponse.Status
    /// Its headers, but for those that every reply carries.
    public var headers: HTTPFields
    /// What follows the headers.
    public var body: Body

    /// A reply with its parts.
    public init(_ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Text of a media type, which carries its character set.
    public init(_ status: HTTPResponse.Status = .ok, type: String, _ text: String) {
        self.init(status, headers: [.contentType: type], body: .bytes(Array(text.utf8)))
    }

    /// One JSON document.
    public static func json(_ text: String, status: HTTPResponse.Status = .ok) -> WebReply {
        WebReply(status, type: "application/json", text)
    }

    /// A page.
    public static func html(_ text: String, status: HTTPResponse.Status = .ok) -> WebReply {
        WebReply(status, type: "text/html; charset=utf-8", text)
    }

    /// Go and look there, after a form was taken.
    public static func seeOther(_ location: String) -> WebReply {
        WebReply(.seeOther, headers: [.location: location])
    }
}
