import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing

/// The same facts again change nothing, whatever their order.
@Suite("Idempotence") struct IdempotenceTests {
    @Test("Replays of a snapshot change nothing, to the byte", arguments: [1, 2, 3] as [UInt64])
    func replays(seed: UInt64) throws {
        let house = try House()
        let seller = Seller.random(seed: seed, listings: 24)
        #expect(try house.bring(seller).allSatisfy { $0.isKept })
        let first = try house.rotate()
        let queue = try house.queue()
        #expect(first.open == queue.count)
        #expect(queue.count >= 8)
        for _ in 0..<4 {
            #expect(try house.bring(seller).allSatisfy { $0.isSame })
            let again = try house.rotate()
            #expect(again.moved == 0)
            #expect(again.rotation == first.rotation)
            #expect(again.queueDigest == first.queueDigest)
            #expect(try house.queue() == queue)
        }
        #expect(try house.host.store.journalFaults().isEmpty)
    }

    @Test("The next look at the same facts opens and closes nothing", arguments: [4, 5] as [UInt64])
    func laterLook(seed: UInt64) throws {
        let house = try House()
        try house.bring(Seller.random(seed: seed, listings: 24))
        try house.rotate()
        let before = Set(try house.queue().map(\.exception.fingerprint))
        let later = try house.rotate(Moments.looked.advanced(bySeconds: 3_600))
        #expect(later.workflows.allSatisfy { $0.opened + $0.ended + $0.notFixed == 0 })
        #expect(Set(try house.queue().map(\.exception.fingerprint)) == before)
    }

    @Test("The order in which the files of a day come in does not matter", arguments: [6, 7, 8] as [UInt64])
    func importOrder(seed: UInt64) throws {
        var random = Random(seed)
        let sellers = [Seller.random(seed: seed, listings: 14), .random(seed: seed + 100, listings: 14, in: "DE")]
        let files = sellers.flatMap { seller in Report.allCases.map { (seller, $0) } }
        var queues: [[String]] = []
        for _ in 0..<3 {
            let house = try House()
            try house.bring(Self.rates, as: "rates")
            for (seller, report) in files.shuffled(using: &random) { try house.bring(seller, [report]) }
            try house.rotate()
            queues.append(try house.queue().map(\.comparable))
        }
        #expect(queues[0].count >= 8)
        #expect(queues[1] == queues[0])
        #expect(queues[2] == queues[0])
    }

    @Test("A person's decisions outlive import and rotation")
    func decisionsSurvive() throws {
        let house = try House()
        let seller = Seller.random(seed: 9, listings: 24)
        try house.bring(seller)
        try house.rotate()
        let ids = try house.queue().filter { $0.exception.fingerprint.workflow == "suppressions" }.map(\.exception.id)
        let (claimed, closed) = (try #require(ids.first), try #require(ids.dropFirst().first))
        try house.person("ben").claim(claimed)
        try house.person("cleo").close(closed, rootCause: "image", note: "new main image")
        for hours in [0, 1, 2] {
            try house.bring(seller)
            try house.rotate(Moments.looked.advanced(bySeconds: Int64(hours) * 3_600))
        }
        #expect(try house.exception(claimed).claimedBy == "ben")
        #expect(try house.exception(claimed).responsible == "ben")
        let waiting = try house.exception(closed)
        #expect(waiting.state == .verifying)
        #expect(waiting.closedBy == "cleo")
        #expect(waiting.rootCause == "image")
        #expect(try house.queue().allSatisfy { $0.exception.id != closed })
    }

    static let rates = Report.table(
        ["day", "base", "quote", "rate", "source"],
        [["day": "2026-11-19", "base": "EUR", "quote": "USD", "rate": "1.0837", "source": "bank"]], separator: ",")
}
