import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Foundation
import Statistics
import Testing

/// A workflow proposes a price: it is recorded, a person decides, and only then does a file carry it outward.
@Suite("Price proposals") struct ProposalTests {
    static let stages = [InstalledStage(PriceStage.self)]
    static let morning = Moments.looked

    /// A seller of a dear listing, a cheap one without a brand, and one that nothing is to be done about.
    static func seller(dear price: String = "40.00", units: Int? = nil) -> Seller {
        var seller = Seller()
        for (sku, price) in [("DEAR", price), ("CHEAP", "4.00"), ("FAIR", "20.00")] {
            let listing = Seller.Listing(sku: sku, asin: "B0\(sku)", price: price, merchantUnits: units)
            seller.listings.append(listing)
            seller.sell(listing) { _ in 2 }
        }
        return seller
    }

    static let costs = "sku,unit cost,fees,floor,ceiling,currency\nDEAR,20.00,4.00,30.00,45.00,USD\n"

    static func opened(
        live: Bool, price: String = "40.00", costs: String? = costs, store: (any Store)? = nil,
        in folder: TempFolder? = nil, pricesPerDay: Int = 2
    ) throws -> House {
        let house = try House(stages, store: store, in: folder) { configuration in
            configuration.rotation.changes = ChangePolicy(
                liveAccounts: live ? ["acme"] : [], pricesPerDay: pricesPerDay)
            configuration.sellers = ["acme": "A1SELLER"]
        }
        try house.bring(seller(dear: price))
        if let costs { try house.bring(costs, as: "costs") }
        try house.rotate()
        return house
    }

    static func desk(_ house: House, _ name: String = "mia", at now: Instant = morning) -> ChangeDesk {
        house.host.changeDesk(Actor(.person, name), now: now)
    }

    static func change(_ house: House, of sku: String) throws -> ChangeRecord {
        try #require(try house.host.store.listingChanges(waiting: false).last { $0.subject.code == sku })
    }

    static func verbs(_ house: House, _ id: ChangeID) throws -> [JournalEvent.Verb] {
        try house.host.store.history(of: id.description).map(\.event.verb)
    }

    /// Writes all that is approved into the house's folder.
    static func write(_ house: House, at now: Instant = morning) throws -> [String] {
        let desk = desk(house, at: now)
        let (ready, refused) = try desk.ready(isTrial: false)
        #expect(refused.isEmpty, "\(refused)")
        let uploads = try house.host.uploads(of: ready, at: now).uploads
        let paths = uploads.map { "\(house.folder.path)/\($0.name)" }
        try UploadFiles.write(Array(zip(uploads, paths)), by: desk)
        return paths
    }

    static func files(_ house: House) throws -> [String] {
        let all = FileManager.default.enumerator(atPath: house.folder.path)
        var files: [String] = []
        while let file = all?.nextObject() as? String { files.append(file) }
        return files.sorted()
    }

    @Test("Test mode records what it would do, and writes nothing outward")
    func testMode() throws {
        let house = try Self.opened(live: false)
        let before = try Self.files(house)
        let changes = try house.host.store.listingChanges(waiting: false)
        #expect(Set(changes.map(\.subject.code)) == ["DEAR", "CHEAP"])
        #expect(changes.allSatisfy { $0.state == .proposed && $0.mode == .test && $0.decidedBy == nil })
        let dear = try Self.change(house, of: "DEAR")
        #expect(try Self.desk(house).approve(dear.id).state == .approved)
        let (ready, refused) = try Self.desk(house).ready(isTrial: false)
        #expect(ready.isEmpty && refused.map(\.why) == [.testMode(dear.id, account: "acme")])
        // A rehearsal makes the bytes, and leaves no trace of it.
        let length = try house.host.store.journalLength()
        let trial = try Self.desk(house).ready(isTrial: true).ready
        let upload = try #require(try house.host.uploads(of: trial, at: Self.morning).uploads.first)
        #expect(String(decoding: upload.bytes, as: UTF8.self).contains("\r\nDEAR\t36.00\t\t\t\t\t\r\n"))
        try house.rotate(Self.morning.advanced(bySeconds: 60))
        #expect(try Self.files(house) == before)
        #expect(try house.host.store.journalLength() == length + 1)
        #expect(try !house.host.store.events().contains { [.written, .takenBack].contains($0.event.verb) })
        #expect(try house.host.store.journalFaults().isEmpty)
    }

    @Test("What is approved is written as it was rehearsed, once, and never over a file")
    func writing() throws {
        let house = try Self.opened(live: true)
        let dear = try Self.change(house, of: "DEAR")
        #expect(throws: ChangeError.state(dear.id, .proposed)) {
            if let error = try Self.desk(house).ready([dear.id], isTrial: true).refused.first?.why { throw error }
        }
        try Self.desk(house).approve(dear.id)
        let rehearsed = try house.host.uploads(of: Self.desk(house).ready(isTrial: true).ready, at: Self.morning)
        let path = try #require(try Self.write(house).first)
        #expect(FileManager.default.contents(atPath: path).map { Array($0) } == rehearsed.uploads.first?.bytes)
        let written = try Self.change(house, of: "DEAR")
        #expect(written.state == .written && written.decidedBy == "mia" && written.written?.path == path)
        let event = try #require(try house.host.store.history(of: dear.id.description).last?.event)
        #expect(event.verb == .written && event.detail == rehearsed.uploads.first?.digest)
        #expect(try Self.write(house).isEmpty, "nothing is left to be written")

        // Another approved change whose file would have the name of one that is there.
        let cheap = try Self.change(house, of: "CHEAP")
        try Self.desk(house).approve(cheap.id, values: ["brand": "Acme"])
        let ready = try Self.desk(house).ready(isTrial: false).ready
        let uploads = try house.host.uploads(of: ready, at: Self.morning).uploads
        #expect(throws: UploadFiles.Failure.exists(path: path)) {
            try UploadFiles.write([(try #require(uploads.first), path)], by: Self.desk(house))
        }
        #expect(try Self.change(house, of: "CHEAP").state == .approved)
        #expect(FileManager.default.contents(atPath: path).map { Array($0) } == rehearsed.uploads.first?.bytes)
        #expect(try Self.files(house).allSatisfy { !$0.hasSuffix(".part") })
    }

    @Test("Taking back restores the prior price, and the journal has both")
    func takingBack() throws {
        let house = try Self.opened(live: true)
        let dear = try Self.change(house, of: "DEAR")
        try Self.desk(house).approve(dear.id)
        _ = try Self.write(house)
        let later = Self.morning.advanced(bySeconds: 3_600)
        let desk = Self.desk(house, "ben", at: later)
        let uploads = try house.host.uploads(of: [desk.restoring(dear.id)], at: later).uploads
        let path = "\(house.folder.path)/back.txt"
        try UploadFiles.write([(try #require(uploads.first), path)], by: desk)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasSuffix("\r\nDEAR\t40.00\t\t\t\t\t\r\n"))
        #expect(try Self.verbs(house, dear.id) == [.proposed, .approved, .written, .takenBack])
        let back = try Self.change(house, of: "DEAR")
        #expect(back.state == .takenBack && back.restored?.by == "ben" && back.written?.by == "mia")
        #expect(throws: ChangeError.state(dear.id, .takenBack)) { try desk.restoring(dear.id) }
        // A person took it back: the same is not proposed again.
        try house.rotate(later.advanced(bySeconds: 60))
        #expect(try Self.change(house, of: "DEAR").id == dear.id)
        #expect(try house.host.store.journalFaults().isEmpty)
    }

    @Test("Somebody else's price is not overwritten by taking back")
    func takingBackAfterAnother() throws {
        let house = try Self.opened(live: true)
        let dear = try Self.change(house, of: "DEAR")
        try Self.desk(house).approve(dear.id)
        _ = try Self.write(house)
        let later = Self.morning.advanced(bySeconds: 7_200)
        try house.bring(Self.seller(dear: "38.50"), [.listings], at: later)
        let dollar = try #require(Currency("USD"))
        #expect(
            throws: ChangeError.priceMoved(
                dear.id, found: Money(minorUnits: 38_50, dollar), expected: Money(minorUnits: 36_00, dollar))
        ) { try Self.desk(house, at: later).restoring(dear.id) }
    }

    @Test("A second look repeats nothing, another proposal takes the first one's place, and a refusal holds")
    func idempotence() throws {
        let house = try Self.opened(live: true)
        let first = try house.host.store.listingChanges(waiting: false)
        try house.rotate()
        try house.rotate(Self.morning.advanced(bySeconds: 600))
        #expect(try house.host.store.listingChanges(waiting: false) == first)

        let cheap = try Self.change(house, of: "CHEAP")
        try Self.desk(house).refuse(cheap.id, reason: "no-brand")
        #expect(throws: ChangeError.reasonNoWord(cheap.id, "too low!")) {
            try Self.desk(house).refuse(cheap.id, reason: "too low!")
        }
        let later = Self.morning.advanced(bySeconds: 7_200)
        try house.bring(Self.seller(dear: "42.00"), [.listings], at: later)
        try house.rotate(later.advanced(bySeconds: 60))
        let dear = try Self.change(house, of: "DEAR")
        let earlier = try #require(first.last { $0.subject.code == "DEAR" })
        #expect(dear.id != earlier.id && dear.exception == earlier.exception && dear.state == .proposed)
        #expect(try house.host.store.listingChange(earlier.id)?.state == .superseded)
        #expect(
            try house.host.store.history(of: earlier.id.description).last?.event.detail == dear.id.description)
        #expect(try Self.change(house, of: "CHEAP").id == cheap.id, "what a person refused is not proposed again")

        // The price is fair now: what was proposed has nothing to end.
        let fair = later.advanced(bySeconds: 7_200)
        try house.bring(Self.seller(dear: "29.00"), [.listings], at: fair)
        try house.rotate(fair.advanced(bySeconds: 60))
        #expect(try house.host.store.listingChange(dear.id)?.state == .superseded)
        #expect(try house.host.store.listingChanges(waiting: true).isEmpty)
        #expect(try house.host.store.journalFaults().isEmpty)
    }

    @Test("What is expected of a proposal is today's until somebody approves it")
    func expectations() throws {
        let house = try Self.opened(live: true)
        let first = try Self.change(house, of: "DEAR")
        func gains(_ at: Instant) throws -> [Int64?] {
            let kept = try Self.change(house, of: "DEAR")
            #expect(kept.id == first.id)
            return [kept, try Self.desk(house, at: at).current([kept])[0]].map {
                if case .price(let price) = $0.proposal { price.gain?.minorUnits } else { nil }
            }
        }
        #expect(try gains(Self.morning) == [500, 500])
        let later = Self.morning.advanced(bySeconds: 7_200)
        try house.bring(Self.seller(units: 40), [.listings], at: later)
        try house.rotate(later.advanced(bySeconds: 60))
        #expect(try gains(later.advanced(bySeconds: 60)) == [500, 460])
        try Self.desk(house, at: later.advanced(bySeconds: 120)).approve(first.id)
        #expect(try gains(later.advanced(bySeconds: 120)) == [460, 460])
        let next = later.advanced(bySeconds: 7_200)
        try house.bring(Self.seller(units: 90), [.listings], at: next)
        try house.rotate(next.advanced(bySeconds: 60))
        #expect(try gains(next.advanced(bySeconds: 60)) == [460, 460], "what was approved stays what it was")
    }

    @Test("A refusal outlasts another proposal in between")
    func refusedBefore() throws {
        let house = try Self.opened(live: true)
        let refused = try Self.change(house, of: "DEAR")
        try Self.desk(house).refuse(refused.id, reason: "too-low")
        for (hours, price) in [(2, "42.00"), (4, "40.00")] {
            let at = Self.morning.advanced(bySeconds: Int64(hours) * 3_600)
            try house.bring(Self.seller(dear: price), [.listings], at: at)
            try house.rotate(at.advanced(bySeconds: 60))
        }
        let states = try house.host.store.listingChanges(waiting: false).filter { $0.subject.code == "DEAR" }
            .map(\.state)
        #expect(states == [.refused, .superseded])
    }

    @Test("A price that was written stands, though no file shows it yet")
    func pending() throws {
        let house = try Self.opened(live: true)
        let dear = try Self.change(house, of: "DEAR")
        try Self.desk(house).approve(dear.id)
        _ = try Self.write(house)
        // Another proposal that replaces the price which the files still show.
        let store = house.host.store
        let dollar = try #require(Currency("USD"))
        let current = try #require(try store.currentRotation())
        let id = try store.beginRotation(asOf: Self.morning, currency: dollar)
        var turn = Turn(RotationRecord(id: id, asOf: Self.morning, currency: dollar, summary: current.summary))
        let change = ListingChange.price(
            PriceChange(
                from: Money(minorUnits: 40_00, dollar), to: Money(minorUnits: 35_00, dollar), unitsNow: 2, unitsThen: 4)
        )
        let second = try store.reserveChanges(1)
        turn.proposals = [
            ChangeRecord(
                id: second, exception: dear.exception, fingerprint: dear.fingerprint, proposal: change,
                proposed: Self.morning, rotation: id, mode: .live)
        ]
        turn.events = [JournalEvent(.proposed, second.description, state: "proposed")]
        try store.publish(turn)
        #expect(
            throws: ChangeError.priceMoved(
                second, found: Money(minorUnits: 36_00, dollar), expected: Money(minorUnits: 40_00, dollar))
        ) { try Self.desk(house).approve(second) }
    }

    @Test("A run that is cut off after the journal has it is finished by the next, once")
    func interrupted() throws {
        let house = try Self.opened(live: true)
        let dear = try Self.change(house, of: "DEAR")
        try Self.desk(house).approve(dear.id)
        let desk = Self.desk(house)
        let ready = try desk.ready(isTrial: false).ready
        let upload = try #require(try house.host.uploads(of: ready, at: Self.morning).uploads.first)
        let path = "\(house.folder.path)/\(upload.name)"
        // The bytes are on disk under a hidden name, the journal has them, and the program is gone.
        try house.folder.write(upload.bytes, to: ".\(upload.name).1.part")
        try house.folder.write("something else", to: ".\(upload.name).0.part")
        try desk.markWritten(ready.map { ($0, path, upload.digest) })
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try UploadFiles.finishInterrupted(in: house.host.store) == [path])
        #expect(FileManager.default.contents(atPath: path).map { Array($0) } == upload.bytes)
        #expect(try UploadFiles.finishInterrupted(in: house.host.store).isEmpty)
        #expect(try Self.verbs(house, dear.id) == [.proposed, .approved, .written])
    }

    @Test("Proposals are held against what was sold, those that were not taken too")
    func scores() throws {
        let house = try Self.opened(live: false)
        #expect(try Self.desk(house).scores().map(\.score.course) == [.tooEarly])
        var seller = Self.seller()
        let later = Moments.today.advanced(by: 20)
        for (index, listing) in seller.listings.enumerated() where index < 1 {
            for day in Moments.today...later {
                seller.orders.append(
                    Seller.Order(
                        id: "later-\(day)", placed: Moments.instant(day, hour: 19), sku: listing.sku,
                        asin: listing.asin, units: 3))
            }
        }
        try house.bring(seller, [.listings, .orders], at: Moments.instant(later, hour: 22))
        let nextDay = Moments.instant(later.advanced(by: 1), hour: 16)
        let score = try #require(try Self.desk(house, at: nextDay).scores().first)
        // Two files agree on the price, so it stood on the days between them.
        #expect(score.score.course == .notTaken && score.score.daysScored == 19, "\(score.score)")
        #expect(score.score.expected == 38 && score.score.actual == 57 && score.score.isWithinRange == false)
    }
}
