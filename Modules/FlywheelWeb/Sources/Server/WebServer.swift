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
        /// Whether people come over TLS, which something in front of the server ends.
        public var isSecure = false
        /// Connections at once; more wait unaccepted.
        public var connections = 1_024
        /// A connection on which nothing moves is closed after this many seconds: half a header, half a body.
        public var idleSeconds: Int64 = 30
        /// A connection whose reply nobody reads is closed after this many seconds.
        public var unreadSeconds: Int64 = 30
        /// Threads on which handlers may block.
        public var threads = 16
        /// Told how each request went.
        public var observe: @Sendable (Observation) -> Void = { _ in }

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
    ///   - services: what runs beside it, from when connections are taken, and ends with it.
    ///   - onListening: told the port, once connections are taken.
    /// - Throws: ``CannotListen`` where it cannot listen at its address; then none of the services has begun.
    public func run(
        services: [any Service] = [], logger: Logger, onListening: @escaping @Sendable (Int) -> Void
    ) async throws {
        try await withPool { pool in
            try await application(on: pool, services, logger, onListening)
                .runService(gracefulShutdownSignals: [.sigterm, .sigint])
        }
    }

    /// Serves beside another server, and ends with it.
    ///
    /// - Parameters:
    ///   - services: what runs beside it, from when connections are taken, and ends with it.
    ///   - onListening: told the port, once connections are taken.
    public func service(
        services: [any Service] = [], logger: Logger, onListening: @escaping @Sendable (Int) -> Void
    ) -> any Service {
        BesideService(server: self, services: services, logger: logger, onListening: onListening)
    }

    private struct BesideService: Service {
        let server: WebServer
        let services: [any Service]
        let logger: Logger
        let onListening: @Sendable (Int) -> Void

        func run() async throws {
            try await server.withPool { try await server.application(on: $0, services, logger, onListening).run() }
        }
    }

    /// Services that begin once connections are taken.
    private struct OnceListening: Service {
        let services: [any Service]
        let listening: AsyncStream<Void>
        let logger: Logger

        func run() async throws {
            for await _ in listening.cancelOnGracefulShutdown() {
                return try await ServiceGroup(services: services, logger: logger).run()
            }
        }
    }

    /// Serves with threads of its own. What the system says of an address does not name it, so that is added.
    private func withPool(_ serve: (NIOThreadPool) async throws -> Void) async throws {
        let pool = NIOThreadPool(numberOfThreads: settings.threads)
        pool.start()
        do { try await serve(pool) } catch {
            try? await pool.shutdownGracefully()
            guard let reason = (error as? IOError).flatMap(CannotListen.Reason.init) else { throw error }
            throw CannotListen(host: settings.host, port: settings.port, reason: reason)
        }
        try await pool.shutdownGracefully()
    }

    /// - Parameter services: what runs from when connections are taken.
    private func application(
        on pool: NIOThreadPool, _ services: [any Service], _ logger: Logger,
        _ onListening: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        let (listening, announce) = AsyncStream<Void>.makeStream()
        let beside = services.isEmpty ? [] : [OnceListening(services: services, listening: listening, logger: logger)]
        return Application(
            router: router(on: pool),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [
                        UnreadReplies(patience: .seconds(settings.unreadSeconds)),
                        UnreadableRequests(isSecure: settings.isSecure),
                    ],
                    idleTimeout: .seconds(settings.idleSeconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: UnreadableRequests.mostBytes,
                        maxHeaderListSize: UnreadableRequests.mostBytes,
                        maxHeaderFieldCount: UnreadableRequests.mostHeaders))),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: MaximumAvailableConnections(settings.connections)),
            services: beside,
            onServerRunning: { channel in
                onListening(channel.localAddress?.port ?? 0)
                announce.yield()
            },
            logger: logger)
    }

    private func router(on pool: NIOThreadPool) -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.middlewares.add(StandardHeaders(isSecure: settings.isSecure, gate: gate, pool: pool))
        var methods: [String: Set<HTTPRequest.Method>] = [:]
        for route in routes {
            methods[route.path, default: []].insert(route.method)
            let door = Door(route: route, gate: gate, pool: pool)
            let observe = settings.observe
            router.on(RouterPath(route.path), method: route.method) { request, context in
                let began = ContinuousClock.now
                let response = try await door.respond(to: request, context)
                observe(
                    Observation(
                        id: context.id, method: route.method.rawValue, route: route.path, status: response.status.code,
                        duration: ContinuousClock.now - began))
                return response
            }
        }
        for (path, known) in methods { refuseOthers(than: known, at: path, in: router) }
        return router
    }

    /// What is known at an address is said to whoever comes with another method.
    private func refuseOthers(than known: Set<HTTPRequest.Method>, at path: String, in router: Router<WebContext>) {
        let allowed = known.contains(.get) ? known.union([.head]) : known
        let list = allowed.map(\.rawValue).sorted().joined(separator: ", ")
        for method in StandardHeaders.knownMethods.subtracting(allowed) {
            router.on(RouterPath(path), method: method) { _, context in
                let problem = Problem(
                    .methodNotAllowed, "method-not-allowed", "\(method.rawValue) is not known here, expected \(list)",
                    headers: [.allow: list])
                return problem.reply(request: context.id).response
            }
        }
    }
}
