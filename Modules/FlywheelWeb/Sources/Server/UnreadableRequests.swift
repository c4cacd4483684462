import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Says why a request could not be read. Hummingbird answers what is no HTTP, or begins with too much of it, with a bare 400
/// behind the replies that are under way, and closes the connection; a document takes its place.
final class UnreadableRequests: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// The most bytes of an address and of headers together.
    static let mostBytes = 64 * 1024
    /// The most headers.
    static let mostHeaders = 100

    private let isSecure: Bool
    private var problem: Problem?

    init(isSecure: Bool) { self.isSecure = isSecure }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? HTTPParserError { problem = Problem(error) }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let id = RequestID().description
        guard let problem, case .head(let head) = unwrapOutboundIn(data), head.status == .badRequest,
            head.headerFields[.contentLength] == "0", case let reply = problem.reply(request: id),
            case .bytes(let bytes) = reply.body
        else { return context.write(data, promise: promise) }
        var headers = reply.headers
        StandardHeaders.add(to: &headers, id: id, isSecure: isSecure)
        headers[.connection] = "close"
        headers[.contentLength] = String(bytes.count)
        context.write(wrapOutboundOut(.head(HTTPResponse(status: reply.status, headerFields: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: bytes))), promise: promise)
    }
}

extension Problem {
    /// Why a request could not be read.
    fileprivate init(_ error: HTTPParserError) {
        switch error {
        case .headerOverflow:
            self.init(
                .requestHeaderFieldsTooLarge, "head-too-long",
                "the address and the headers have more than \(UnreadableRequests.mostBytes) bytes together or are more than "
                    + "\(UnreadableRequests.mostHeaders) headers, which is the most here")
        default: self.init(.badRequest, "http", "the request is no HTTP/1.1 that can be read")
        }
    }
}
