import HTTPTypes
import Hummingbird
import NIOPosix

/// What every reply carries (OWASP ASVS 5.0, 3.4 and 14.3.2): nothing is kept by caches, framed, sniffed, or run that this
/// server did not send. A route that says otherwise of caching is heard.
struct StandardHeaders: RouterMiddleware {
    static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'
        """

    /// Whether browsers come over TLS: then they are told to come no other way for two years (RFC 6797).
    let isSecure: Bool
    let gate: Gate
    let pool: NIOThreadPool

    static let fixed = [
        ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
    static let requestID = HTTPField.Name("X-Request-Id")
    static let transport = HTTPField.Name("Strict-Transport-Security").map {
        HTTPField(name: $0, value: "max-age=63072000; includeSubDomains")
    }

    /// The methods that are understood; QUERY is on its way to be a standard. Any other is refused at every address.
    static let knownMethods = Set(
        [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect, HTTPRequest.Method("QUERY")]
            .compactMap(\.self))

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let problem = Self.knownMethods.contains(request.method) ? .notFound : Problem.unknownMethod(request.method)
            let asked = WebRequest(request, context, body: [])
            response = try await pool.runIfActive { gate.refuse(problem, nowhere: asked) }.response
        }
        for header in Self.fixed + (isSecure ? [Self.transport].compactMap(\.self) : []) {
            response.headers[header.name] = header.value
        }
        if let name = Self.requestID { response.headers[name] = context.id }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

extension Problem {
    /// The method is none that the server understands (RFC 9110, 15.6.2).
    fileprivate static func unknownMethod(_ method: HTTPRequest.Method) -> Problem {
        Problem(.notImplemented, "method-unknown", "\(method.rawValue) is no method that is understood here")
    }
}
