public import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

/// What Hummingbird carries with a request.
public struct WebContext: RequestContext {
    /// Hummingbird's own part.
    public var coreContext: CoreRequestContextStorage
    /// Where the connection comes from, without its port.
    public let remoteAddress: String
    /// The connection, to write what comes before a reply.
    let channel: any Channel

    /// What a new connection brings.
    public init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

extension WebRequest {
    /// A request as it came, with its body.
    init(_ request: Request, _ context: WebContext, body: [UInt8]) {
        self.init(
            id: context.id, request.method, path: request.uri.path,
            parameters: Dictionary(
                context.parameters.map { (String($0.key), Fields.decoded(Array($0.value.utf8))) },
                uniquingKeysWith: { first, _ in first }),
            query: Fields(encoded: request.uri.query ?? ""), headers: request.headers, body: body,
            host: request.head.authority ?? "", remoteAddress: context.remoteAddress)
    }
}

extension WebReply {
    /// The reply as Hummingbird sends it.
    var response: Response {
        switch body {
        case .bytes(let bytes):
            Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .stream(let next):
            Response(
                status: status, headers: headers,
                body: ResponseBody { writer in
                    // A stream has no end of its own, and would keep the server from ending.
                    while let bytes = try await cancelWhenGracefulShutdown({ try await next() }) {
                        try await writer.write(ByteBuffer(bytes: bytes))
                    }
                    try await writer.finish(nil)
                })
        }
    }
}
