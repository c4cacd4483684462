import NIOCore

/// Closes a connection on which a reply waits to be read for too long: whoever asks and does not read, or reads a byte now
/// and then, would otherwise keep it for good. A reader of events comes back and goes on where they were.
///
/// What is written fills the system's buffer and then the channel's, which is not writable until most of it is read.
final class UnreadReplies: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let patience: TimeAmount
    private var closing: Scheduled<Void>?

    init(patience: TimeAmount) { self.patience = patience }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        closing?.cancel()
        if context.channel.isWritable {
            closing = nil
        } else {
            let loop = context.eventLoop.assumeIsolated()
            closing = loop.scheduleTask(in: patience) { context.close(promise: nil) }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        closing?.cancel()
        context.fireChannelInactive()
    }
}
