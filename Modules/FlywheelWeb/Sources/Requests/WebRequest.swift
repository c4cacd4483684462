public import HTTPTypes
public import People

/// One request, read whole: what handlers work on. Plain values, so that handlers are functions that tests call.
public struct WebRequest: Sendable {
    /// Names the request in logs and in answers.
    public let id: String
    /// What is to be done.
    public let method: HTTPRequest.Method
    /// The path without its query, still percent-encoded.
    public let path: String
    /// What the braces of the route's path stand for, decoded.
    public let parameters: [String: String]
    /// What follows the question mark.
    public let query: Fields
    /// The headers as they came.
    public let headers: HTTPFields
    /// The body, at most as long as the route allows.
    public let body: [UInt8]
    /// The host that was asked for, with its port where it has one.
    public let host: String
    /// The file that holds the body of a route that spools it; it is gone when the handler has returned.
    public var bodyFile: String?
    /// The form with files that came to a page's route which spools them.
    public var sentForm: SentForm?
    /// Where the connection comes from, without its port.
    public let remoteAddress: String
    /// Who it is from; `nil` where nobody has signed in.
    public var viewer: Viewer?

    /// A request with all its parts.
    public init(
        id: String, _ method: HTTPRequest.Method, path: String, parameters: [String: String] = [:],
        query: Fields = Fields(), headers: HTTPFields = [:], body: [UInt8] = [], host: String = "",
        remoteAddress: String = "",
        viewer: Viewer? = nil
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.parameters = parameters
        self.query = query
        self.headers = headers
        self.body = body
        self.host = host
        self.remoteAddress = remoteAddress
        self.viewer = viewer
    }

    /// Whether the method only looks (RFC 9110, 9.2.1).
    public var isSafe: Bool { [.get, .head, .options].contains(method) }

    /// What a form in the body says. Files come only to routes that take them, as ``files``.
    public var form: Fields { sentForm?.fields ?? Fields(encoded: String(decoding: body, as: UTF8.self)) }

    /// The files that a form in the body brought.
    public var files: [FormFile] { sentForm?.files ?? [] }

    /// What a braced part of the path stands for.
    public func parameter(_ name: String) -> String { parameters[name] ?? "" }

    /// The cookie of a name; the first where there are several.
    public func cookie(_ name: String) -> String? {
        for line in headers[values: .cookie] {
            for pair in line.split(separator: ";") {
                let pair = pair.drop { $0 == " " }
                guard let equals = pair.firstIndex(of: "="), pair[..<equals] == name else { continue }
                return String(pair[pair.index(after: equals)...])
            }
        }
        return nil
    }
}
