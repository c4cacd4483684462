import NIOCore
import NIOEmbedded
import Testing

@testable import FlywheelWeb

/// A connection on a clock that stands, of which the test says whether its reader reads.
@Suite("Replies that nobody reads") struct UnreadRepliesTests {
    private let channel = EmbeddedChannel(handler: UnreadReplies(patience: .seconds(30)))

    init() throws { try channel.connect(to: SocketAddress(ipAddress: "192.0.2.7", port: 80)).wait() }

    private func fill(_ isFull: Bool) {
        channel.isWritable = !isFull
        channel.pipeline.fireChannelWritabilityChanged()
    }

    private func pass(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

    @Test func aConnectionWhoseReplyNobodyReadsIsClosedAfterAWhile() {
        fill(true)
        pass(29)
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
    }

    @Test func whoeverReadsMeanwhileStays() {
        for _ in 0..<3 {
            fill(true)
            pass(29)
            fill(false)
        }
        pass(300)
        #expect(channel.isActive, "patience begins anew with each reply that waits")
    }

    @Test func aReaderOfAByteNowAndThenDoesNotStay() {
        fill(true)
        // The channel stays full: nothing is told, and the time runs on.
        pass(15)
        pass(15)
        #expect(!channel.isActive)
    }

    @Test func aConnectionThatIsGoneLeavesNothingToDo() throws {
        fill(true)
        _ = try channel.finish()
        pass(60)
        #expect(!channel.isActive)
    }
}
