import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// A seller's season, lived through the real host: reports come in, the wheel turns, two people work by chance, with files of changes as well, and problems
/// come back, clear themselves, or turn out not to be fixed.
struct LivedSeason {
    let house: House
    private(set) var seller: Seller
    private var random: Random
    /// The tier of each exception, as the queue last showed it.
    private(set) var tiers: [Int64: String] = [:]
    /// What each exception counted for, in minor units, as the queue last showed it.
    private(set) var worths: [Int64: Int] = [:]
    private(set) var now = Moments.looked
    private var gone: [Seller.Issue] = []
    /// Lines of what was ordered from suppliers.
    private var supplies: [String] = []

    static let step: Int64 = 129_600

    init(seed: UInt64) throws {
        random = Random(seed)
        house = try House { $0.rotation.changes = ChangePolicy(liveAccounts: ["acme"]) }
        seller = Seller.random(seed: seed, listings: 14)
        try house.bring(seller)
        let people = try house.folder.write("name\thours-per-week\r\nann\t30\r\nben\t25.5\r\n", to: "people.txt")
        let taken = try house.importFiles([people], in: nil, at: Moments.exported)
        guard taken.allSatisfy(\.isKept) else { throw House.Missing(what: "people") }
        try turn()
    }

    /// Lives through so many turns, thirty-six hours apart.
    mutating func live(turns: Int) throws {
        for _ in 0..<turns {
            try fill()
            try work()
            now = now.advanced(bySeconds: Self.step)
            change()
            try house.bring(seller, [.listings, .suppressed, .fba], at: now.advanced(bySeconds: -3_600))
            try order()
            try turn()
        }
    }

    private mutating func turn() throws {
        try house.rotate(now)
        for entry in try house.queue() {
            let number = entry.exception.id.number
            if let tier = entry.row.tier { tiers[number] = tier.rawValue }
            worths[number] = entry.row.atRisk.map { Int($0) }
        }
    }

    /// What happens without anybody's doing.
    private mutating func change() {
        for place in seller.issues.indices.reversed() where random.happens(0.04) {
            gone.append(seller.issues.remove(at: place))
        }
        for place in gone.indices.reversed() where random.happens(0.08) {
            seller.issues.append(gone.remove(at: place))
        }
        for place in seller.stock.indices {
            seller.stock[place].fulfillable =
                random.happens(0.1) ? 60 : max(0, seller.stock[place].fulfillable - random.pick(0...6))
        }
    }

    /// Orders a little of what is about to run out: too little, or too late, for some of it.
    private mutating func order() throws {
        let before = supplies.count
        for entry in try house.queue() where entry.exception.state == .predicted && random.happens(0.1) {
            let (day, code) = (now.utcDay, entry.exception.fingerprint.subject.code)
            supplies.append("P\(supplies.count)\t\(code)\t\(day)\t\(day.advanced(by: random.pick(1...12)))\t5")
        }
        guard supplies.count > before else { return }
        let table = try house.folder.write(
            (["po\tsku\tordered\texpected\tunits"] + supplies).joined(separator: "\r\n") + "\r\n", to: "supplies.txt")
        let taken = try house.importFiles([table], in: seller.marketplace, at: now.advanced(bySeconds: -3_600))
        guard taken.allSatisfy(\.isKept) else { throw House.Missing(what: "orders to suppliers") }
    }

    /// Writes some of what is missing to files, of which most are taken up.
    private mutating func fill() throws {
        for change in try house.host.store.listingChanges(waiting: true) where random.happens(0.25) {
            guard case .attributes(let attributes) = change.change else { continue }
            let exception = try house.exception(change.exception)
            let actor = Actor(.person, random.pick(["ann", "ben"]))
            let moment = now.advanced(bySeconds: Int64(random.pick(60...90_000)))
            let values = attributes.filter { $0.value == nil }.map { ($0.name, "a value") }
            try house.host.changeDesk(actor, now: moment).approve(
                change.id, values: Dictionary(values, uniquingKeysWith: { first, _ in first }))
            let later = house.host.changeDesk(actor, now: moment.advanced(bySeconds: Int64(random.pick(120...4_000))))
            guard let ready = try later.ready([change.id], isTrial: false).ready.first else { continue }
            try later.markWritten([(ready, "/\(change.id).txt", "0")])
            if random.happens(0.8) { fix(exception) }
        }
    }

    private mutating func work() throws {
        for entry in try house.queue() where random.happens(0.35) && !entry.exception.isGroup {
            let id = entry.exception.id
            let name = entry.exception.claimedBy ?? random.pick(["ann", "ben"])
            let moment = now.advanced(bySeconds: Int64(random.pick(60...90_000)))
            if entry.exception.claimedBy == nil { try house.person(name, now: moment).claim(id) }
            if random.happens(0.1) {
                try house.person(name, now: moment).release(id)
                continue
            }
            guard random.happens(0.7) else { continue }
            if random.happens(0.4) { try house.person(name, now: moment).note(id, "looked at it") }
            let later = house.person(name, now: moment.advanced(bySeconds: Int64(random.pick(120...4_000))))
            let causes = later.causes(of: entry.exception).map(\.id) + ["other"]
            try later.close(id, rootCause: random.pick(causes))
            if random.happens(0.05) { try later.reopen(id) } else if random.happens(0.7) { fix(entry.exception) }
        }
    }

    /// Takes the problem out of the seller's reports.
    private mutating func fix(_ exception: ExceptionRecord) {
        let code = exception.fingerprint.subject.code
        guard exception.fingerprint.workflow == "suppressions" else {
            for place in seller.stock.indices where seller.stock[place].sku == code {
                seller.stock[place].fulfillable = 500
            }
            return
        }
        for place in seller.issues.indices.reversed() where seller.issues[place].sku == code {
            gone.append(seller.issues.remove(at: place))
        }
    }
}
