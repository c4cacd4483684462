import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

@testable import FlywheelWeb

/// A server at a free port of this machine, and what it answers to what is sent.
struct LiveServer {
    private let port: Int

    /// Serves routes as long as something is done.
    static func run(_ routes: [Route], gate: Gate, _ work: (LiveServer) async throws -> Void) async throws {
        var settings = WebServer.Settings()
        settings.port = 0
        settings.idleSeconds = 2
        let (ports, announce) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "tests") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        let server = WebServer(routes, gate: gate, settings: settings)
        let group = ServiceGroup(services: [server.service(logger: logger) { announce.yield($0) }], logger: logger)
        async let served: Void = group.run()
        for await port in ports {
            try await work(LiveServer(port: port))
            break
        }
        await group.triggerGracefulShutdown()
        try await served
    }

    /// All that is answered until the server closes the connection.
    ///
    /// - Parameter body: what is sent once the server says that it is wanted.
    func answer(to text: String, wanted body: String? = nil) async throws -> String {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: text))
            var (heard, body) = ("", body)
            for try await piece in inbound {
                heard += String(buffer: piece)
                guard let wanted = body, heard.hasSuffix("100 Continue\r\n\r\n") else { continue }
                body = nil
                try await outbound.write(ByteBuffer(string: wanted))
            }
            return heard
        }
    }
}
