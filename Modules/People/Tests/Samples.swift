import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Synchronization

@testable import People

/// A desk in a store in memory, with a clock that tests move and chance that they can foresee.
final class Bench: Sendable {
    let store: any Store = MemoryStore()
    let clock = VirtualClock()
    let desk: PeopleDesk
    let admin = Actor(.person, "ada")
    let home = Visit(address: "192.0.2.7", agent: "Mozilla/5.0 Firefox/140.0")

    init(cost: PasswordCost = PasswordCost(logN: 1, r: 1, p: 1)) {
        let drawn = Mutex(UInt64(0))
        let clock = clock
        desk = PeopleDesk(
            store: store, clock: { clock.instant },
            chance: Chance { count in
                (0..<count).map { _ in
                    drawn.withLock { seed in
                        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        return UInt8(truncatingIfNeeded: seed >> 33)
                    }
                }
            }, cost: cost)
    }

    /// Lets time pass.
    func pass(_ seconds: Int64) { clock.pass(seconds) }

    /// A bench with an admin `ada`, with the password ``password``.
    static func setUp(cost: PasswordCost = PasswordCost(logN: 1, r: 1, p: 1)) throws -> Bench {
        let bench = Bench(cost: cost)
        let code = try bench.desk.setUpCode() ?? ""
        _ = try bench.desk.setUp(code, name: "ada", password: password, from: bench.home)
        return bench
    }

    /// Adds somebody with a password.
    func add(_ name: String, role: Role, scope: AccountScope = .all, password: String = "long enough for them") throws {
        _ = try desk.add(name, role: role, scope: scope, by: admin, from: home)
        _ = try desk.accept(try desk.invite(name, by: admin, from: home).code, password: password, from: home)
    }

    /// What ``setUp(cost:)`` gives `ada`.
    static let password = "long enough for her"

    /// Links an identity to somebody as they would themselves.
    func link(_ name: String, to identity: PersonRecord.Identity) throws {
        let permit = try desk.permitLink(of: name, password: Self.password, attempt: "attempt", from: home)
        _ = try desk.link(name, to: identity, permit: permit, attempt: "attempt", from: home)
    }

    func signIn(_ name: String = "ada", _ password: String = Bench.password) throws -> SignedIn {
        try desk.signIn(name, password: password, from: home)
    }

    /// What the log of the door says, oldest first.
    func log() throws -> [String] {
        try desk.log(of: nil, limit: 1_000).reversed().map {
            "\($0.kind) \($0.person?.description ?? "-") \($0.detail)"
        }
    }
}

/// A clock that stands until it is moved.
final class VirtualClock: Sendable {
    private let now = Mutex(Instant(seconds: 1_795_000_000))
    var instant: Instant { now.withLock { $0 } }
    func pass(_ seconds: Int64) { now.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
