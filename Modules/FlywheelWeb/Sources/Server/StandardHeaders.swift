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

    /// The most bytes of an address, query and all.
    static let longestAddress = 16 * 1024

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
        var response = try await answer(request, context, next)
        Self.add(to: &response.headers, id: context.id, isSecure: isSecure)
        return response
    }

    /// Adds what every reply carries.
    static func add(to headers: inout HTTPFields, id: String, isSecure: Bool) {
        for header in fixed + (isSecure ? [transport].compactMap(\.self) : []) { headers[header.name] = header.value }
        if let requestID { headers[requestID] = id }
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.string.utf8.count <= Self.longestAddress else {
            return try await refuse(.addressTooLong(Self.longestAddress), request, context)
        }
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let problem = Self.knownMethods.contains(request.method) ? .notFound : Problem.unknownMethod(request.method)
            return try await refuse(problem, request, context)
        }
    }

    private func refuse(_ problem: Problem, _ request: Request, _ context: WebContext) async throws -> Response {
        let asked = WebRequest(request, context, body: [])
        return try await pool.runIfActive { gate.refuse(problem, nowhere: asked) }.response
    }
}

extension Problem {
    /// The address is longer than any that leads somewhere (RFC 9110, 15.5.15).
    fileprivate static func addressTooLong(_ limit: Int) -> Problem {
        Problem(.uriTooLong, "address-too-long", "the address is longer than \(limit) bytes, which is the most here")
    }

    /// The method is none that the server understands (RFC 9110, 15.6.2).
    fileprivate static func unknownMethod(_ method: HTTPRequest.Method) -> Problem {
        Problem(.notImplemented, "method-unknown", "\(method.rawValue) is no method that is understood here")
    }
}
