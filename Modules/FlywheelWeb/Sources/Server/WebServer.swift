import HTTPTypes
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle
import UnixSignals

/// Serves routes over HTTP/1.1.
public struct WebServer: Sendable {
    /// Where and how much.
    public struct Settings: Sendable {
        /// The address to listen at.
        public var host = "127.0.0.1"
        /// The port to listen on; 0 for any that is free.
        public var port = 8080
        /// Connections at once; more wait unaccepted.
        public var connections = 1_024
        /// A connection on which nothing moves is closed after this many seconds: half a header, half a body.
        public var idleSeconds: Int64 = 30
        /// Threads on which handlers may block.
        public var threads = 16

        /// The usual settings.
        public init() {}
    }

    private let settings: Settings
    private let gate: Gate
    private let routes: [Route]

    /// A server of these routes.
    public init(_ routes: [Route], gate: Gate, settings: Settings) {
        self.routes = routes
        self.gate = gate
        self.settings = settings
    }

    /// Serves until the process is told to end; requests under way are finished.
    ///
    /// - Parameters:
    ///   - services: what runs beside it and ends with it.
    ///   - onListening: told the port, once connections are taken.
    public func run(
        services: [any Service] = [], logger: Logger, onListening: @escaping @Sendable (Int) -> Void
    ) async throws {
        let pool = NIOThreadPool(numberOfThreads: settings.threads)
        pool.start()
        let application = Application(
            router: router(on: pool),
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(settings.idleSeconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 64 * 1024, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: MaximumAvailableConnections(settings.connections)),
            services: services,
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? 0) },
            logger: logger)
        try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
        try await pool.shutdownGracefully()
    }

    private func router(on pool: NIOThreadPool) -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.middlewares.add(StandardHeaders())
        var methods: [String: Set<HTTPRequest.Method>] = [:]
        for route in routes {
            methods[route.path, default: []].insert(route.method)
            let gate = gate
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await Self.respond(to: request, context, at: route, through: gate, on: pool)
            }
        }
        for (path, known) in methods { refuseOthers(than: known, at: path, in: router) }
        return router
    }

    /// What is known at an address is said to whoever comes with another method.
    private func refuseOthers(than known: Set<HTTPRequest.Method>, at path: String, in router: Router<WebContext>) {
        let usual: Set<HTTPRequest.Method> = [.get, .post, .put, .patch, .delete, .options, .trace, .connect]
        let allowed = known.contains(.get) ? known.union([.head]) : known
        let list = allowed.map(\.rawValue).sorted().joined(separator: ", ")
        for method in usual.union([.head]).subtracting(allowed) {
            router.on(RouterPath(path), method: method) { _, context in
                let problem = Problem(
                    .methodNotAllowed, "method-not-allowed", "\(method.rawValue) is not known here, expected \(list)",
                    headers: [.allow: list])
                return problem.reply(request: context.id).response
            }
        }
    }

    private static func respond(
        to request: Request, _ context: WebContext, at route: Route, through gate: Gate, on pool: NIOThreadPool
    ) async throws -> Response {
        var request = request
        let body: ByteBuffer
        do {
            body = try await request.collectBody(upTo: route.bodyLimit)
        } catch let error as HTTPError where error.status == .contentTooLarge {
            let problem = Problem(
                .contentTooLarge, "too-large",
                "the body is longer than \(route.bodyLimit) bytes, which is the most here")
            return problem.reply(request: context.id).response
        }
        let asked = WebRequest(request, context, body: Array(buffer: body))
        let reply = try await pool.runIfActive { gate.answer(asked, at: route) }
        return reply.response
    }
}
