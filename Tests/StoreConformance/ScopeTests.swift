import FlywheelKit
import FlywheelStore
import Foundation
import Testing

@Suite("What belongs to other accounts does not exist")
struct ScopeTests {
    @Test(arguments: Backend.allCases, 1...6 as ClosedRange<UInt64>)
    func aScopedReaderSeesWhatAStoreOfThatAccountAloneShows(backend: Backend, seed: UInt64) throws {
        let script = ScopeScript(seed: seed)
        let (shared, alone) = (try backend.bench(), try backend.bench())
        var both = ScopeWorld(shared.store, accounts: Set(ScopeScript.accounts))
        try both.live(through: script)
        var one = ScopeWorld(alone.store, accounts: ["north"])
        try one.live(through: script)
        let scoped = try ScopeLook(ScopedStore(shared.store, accounts: ["north"]), names: both.names)
        #expect(try scoped == ScopeLook(alone.store, names: one.names))
        let all = ScopedStore(shared.store, accounts: Set(ScopeScript.accounts))
        #expect(try ScopeLook(all, names: both.names) == ScopeLook(shared.store, names: both.names))
        #expect(try ScopeLook(ScopedStore(shared.store, accounts: []), names: [:]).journal.isEmpty)
    }

    @Test(arguments: Backend.allCases)
    func theQueueOfAnAccountIsThatOfTheNewestRotation(backend: Backend) throws {
        let bench = try backend.bench()
        var world = ScopeWorld(bench.store, accounts: ["north", "west"])
        let north = ScopedStore(bench.store, accounts: ["north"])
        for seed in 1...3 as ClosedRange<UInt64> {
            try world.live(through: ScopeScript(seed: seed + 40))
            let own = try bench.store.queue(.active, after: 0, limit: .max).map(\.exception)
                .filter { $0.fingerprint.subject.account == "north" }
            #expect(try north.queue(.active, after: 0, limit: .max).map(\.exception) == own)
        }
    }

    @Test(arguments: Backend.allCases)
    func followingTheJournalMissesNothing(backend: Backend) throws {
        let bench = try backend.bench()
        var world = ScopeWorld(bench.store, accounts: ["north", "west"])
        try world.live(through: ScopeScript(seed: 77))
        let north = ScopedStore(bench.store, accounts: ["north"])
        var (followed, last): ([JournalLine], Int64) = ([], 0)
        while case let lines = try north.events(after: last, limit: 1), let newest = lines.last {
            followed += lines
            last = newest.sequence
        }
        #expect(try followed == north.events())
    }

    @Test(arguments: Backend.allCases)
    func ofAJointOpeningOnlyTheirPartIsTold(backend: Backend) throws {
        let bench = try backend.bench()
        var world = ScopeWorld(bench.store, accounts: ["north", "west"])
        let mixed = ["north", "north", "west", "north"].enumerated().map {
            ScopeScript.fingerprint($1, "K\($0)")
        }
        try world.rotate(mixed)
        let north = ScopedStore(bench.store, accounts: ["north"])
        #expect(try north.events().map(\.event.subjects) == [["X1", "X2"], ["X4"]])
        #expect(try north.history(of: "X2").map(\.event.subjects) == [["X2"]])
        #expect(try north.history(of: "X3").isEmpty)
    }

    /// Their facts are read for all accounts, so that one account's lead would change the amounts of the others.
    @Test(arguments: ["rates/1", "people/1"])
    func whatCountsForAllIsNotBroughtByOne(feed: String) throws {
        let bench = try Backend.memory.bench()
        let quarantined = try bench.store.beginImport(draft("all", feed: feed), by: person)
        try bench.store.finishImport(quarantined, as: .quarantined, ImportSummary())
        let north = ScopedStore(bench.store, accounts: ["north"])
        #expect(try north.imports().map(\.id) == [quarantined])
        func isRefused(_ body: () throws -> Void) -> Bool {
            do { try body() } catch StoreError.refused { return true } catch {}
            return false
        }
        #expect(isRefused { _ = try north.beginImport(draft("more", feed: feed), by: person) })
        #expect(isRefused { try north.decideImport(quarantined, accept: true, by: person, at: noon) })
        #expect(try bench.store.imports().map(\.state) == [.quarantined])
    }

    @Test(arguments: [Backend.memory, .sqliteMemory], StoreRequirement.allCases)
    func noRequirementReachesAnotherAccount(backend: Backend, requirement: StoreRequirement) throws {
        let bench = try backend.bench()
        try ForeignAccount(bench.store).expectNothing(of: requirement)
    }

    /// A requirement that is added to the store has to be added to the list above, with what it must not reach.
    @Test func everyRequirementOfTheStoreIsTried() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Modules/FlywheelStore/Sources").standardizedFileURL
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var declared: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            declared += Self.requirements(in: try String(contentsOf: file, encoding: .utf8))
        }
        #expect(declared.count > 80)
        #expect(declared.sorted() == StoreRequirement.allCases.map(\.rawValue).sorted())
    }

    /// The functions of protocols whose name ends in `Store`, as they are declared, with their first two parameters.
    private static func requirements(in source: String) -> [String] {
        source.components(separatedBy: "public protocol ").dropFirst().flatMap { text -> [String] in
            guard text.prefix(while: { $0.isLetter }).hasSuffix("Store"), let end = text.range(of: "\n}") else {
                return []
            }
            return text[..<end.lowerBound].components(separatedBy: "    func ").dropFirst().map { declaration in
                let words = declaration.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let close = words.range(of: " throws(StoreError)")?.lowerBound ?? words.endIndex
                return words[..<close].replacing("( ", with: "(").replacing(" )", with: ")").split(separator: ",")
                    .prefix(2).joined(separator: ",")
            }
        }
    }
}
